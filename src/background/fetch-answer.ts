import type { Answer } from '../sketchfab/answer';

/** Chrome ends a worker whose fetch has no response after 30 s. */
const headersTimeoutMs = 20_000;
const bodyTimeoutMs = 20_000;
/** A page of likes has 2 kB, or 20 kB with full profiles. */
const maxBodyBytes = 2 * 1024 * 1024;

/**
 * Sends a GET request. A worker would send all cookies by default, even HttpOnly ones, so `credentials` is explicit.
 * Follows redirects only for robots.txt, as RFC 9309 requires. Never rejects; `classifyResponse` interprets the outcome.
 */
export async function fetchAnswer(
  url: string,
  credentials: 'omit' | 'include',
  isOnline = () => navigator.onLine,
): Promise<Answer> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), headersTimeoutMs + bodyTimeoutMs);
  const headersTimer = setTimeout(() => abort.abort(), headersTimeoutMs);
  try {
    const response = await fetch(url, {
      credentials,
      redirect: url.endsWith('/robots.txt') ? 'follow' : 'manual',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      headers: { Accept: 'application/json' },
      signal: abort.signal,
    });
    clearTimeout(headersTimer);
    return await readResponse(response, credentials === 'include');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (abort.signal.aborted) return { failure: 'timeout', message };
    return { failure: isOnline() ? 'no-connection' : 'offline', message };
  } finally {
    clearTimeout(headersTimer);
    clearTimeout(timer);
  }
}

async function readResponse(response: Response, withCookies: boolean): Promise<Answer> {
  if (response.type === 'opaqueredirect') return { failure: 'redirected', message: response.url };
  const body = await readBody(response);
  if (body === null) return { failure: 'too-large', message: `more than ${maxBodyBytes} bytes` };
  const header = (name: string) => response.headers.get(name);
  return {
    status: response.status,
    contentType: header('content-type'),
    retryAfter: header('retry-after'),
    date: header('date'),
    wall: header('x-amzn-waf-action') ?? header('cf-mitigated'),
    body,
    withCookies,
  };
}

/** The whole body as text, or `null` once it exceeds `maxBodyBytes`. */
async function readBody(response: Response): Promise<string | null> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > maxBodyBytes) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}
