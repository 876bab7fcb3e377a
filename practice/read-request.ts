import type { IncomingMessage } from 'node:http';
import type { LedgerEntry } from './ledger';
import { generations, type Generation, type SiteRequest } from './site-request';

/** `undefined` for a request to a host that this site does not serve, or to an invalid address. */
export function readRequest(message: IncomingMessage, usual: Generation): SiteRequest | undefined {
  const named = message.headers.host ?? '';
  const host = named.replace(/:\d+$/, '').toLowerCase();
  if (!['sketchfab.com', 'api.sketchfab.com', '127.0.0.1', 'localhost'].includes(host)) return undefined;
  const origin = `https://${named.toLowerCase()}`;
  const address = message.url ?? '/';
  if (!address.startsWith('/') || !URL.canParse(origin + address)) return undefined;
  const { pathname, searchParams } = new URL(origin + address);
  const asked = generations.find((generation) => generation === searchParams.get('gen'));
  return {
    method: message.method ?? 'GET',
    host,
    origin,
    site: host === 'api.sketchfab.com' ? origin.replace('//api.', '//') : origin,
    path: pathname,
    query: searchParams,
    generation: asked ?? usual,
  };
}

export function openEntry(
  { headers, method, url }: IncomingMessage,
  request: SiteRequest | undefined,
): LedgerEntry {
  return {
    at: Date.now(),
    method: method ?? 'GET',
    host: request?.host ?? headers.host ?? '',
    path: request?.path ?? url ?? '',
    query: request?.query ?? new URLSearchParams(),
    cookie: headers.cookie ?? null,
    origin: headers.origin ?? null,
    referer: headers.referer ?? null,
    userAgent: headers['user-agent'] ?? null,
    secFetchDest: [headers['sec-fetch-dest']].flat()[0] ?? null,
    status: null,
    fault: null,
    finishedAt: null,
  };
}
