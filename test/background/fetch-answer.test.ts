import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAnswer as ask } from '../../src/background/fetch-answer';

let server: Server | undefined;

async function serve(listener: RequestListener): Promise<string> {
  const own = createServer(listener);
  server = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(own.address() as AddressInfo).port}/`;
}

// What the browser says about the network.
const network = { onLine: true };
vi.stubGlobal('navigator', network);

afterEach(() => {
  network.onLine = true;
  vi.useRealTimers();
  server?.closeAllConnections();
  server?.close();
});

const fetchAnswer = (url: string) => ask(url, 'omit');

describe('a request to the site', () => {
  it('returns the body and the headers that matter', async () => {
    const url = await serve((_, response) => {
      response.writeHead(429, {
        'content-type': 'application/json',
        'retry-after': '7',
        'x-amzn-waf-action': 'challenge',
      });
      response.end('{"tiny":"😀"}');
    });
    expect(await fetchAnswer(url)).toMatchObject({
      status: 429,
      contentType: 'application/json',
      retryAfter: '7',
      wall: 'challenge',
      body: '{"tiny":"😀"}',
    });
  });

  it('is a GET without cookies or referrer', async () => {
    let seen: { method?: string | undefined; cookie?: string | undefined; referer?: string | undefined } = {};
    const url = await serve((request, response) => {
      seen = { method: request.method, cookie: request.headers.cookie, referer: request.headers.referer };
      response.end('{}');
    });
    await fetchAnswer(url);
    expect(seen).toEqual({ method: 'GET', cookie: undefined, referer: undefined });
  });

  it('stops reading a response that is far too large', async () => {
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    const url = await serve((_, response) => {
      for (let i = 0; i < 100; i++) response.write(megabyte);
      response.end();
    });
    expect(await fetchAnswer(url)).toMatchObject({ failure: 'too-large' });
  });

  it('reports a connection that broke midway', async () => {
    const url = await serve((request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"results":');
      setImmediate(() => request.socket.destroy());
    });
    expect(await fetchAnswer(url)).toMatchObject({ failure: 'no-connection' });
  });

  it('reports a site that cannot be reached', async () => {
    expect(await fetchAnswer('http://127.0.0.1:9/')).toMatchObject({ failure: 'no-connection' });
  });

  it('reports a computer that is offline', async () => {
    network.onLine = false;
    expect(await fetchAnswer('http://127.0.0.1:9/')).toMatchObject({ failure: 'offline' });
  });

  it.each([
    ['never answers', 20_000, () => undefined],
    [
      'never finishes its response',
      40_000,
      (_: unknown, response: { write: (text: string) => void }) => response.write('{'),
    ],
  ])('gives up on a site that %s after %i ms', async (_, ms, listener) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const reached = new Promise<string>((resolve) => {
      const listen: RequestListener = (request, response) => {
        listener(request, response);
        resolve('reached');
      };
      serve(listen).then((url) => ask(url), resolve);
    });
    let answer: Promise<unknown> = Promise.resolve();
    const ask = (url: string) => (answer = fetchAnswer(url));
    await reached;
    await new Promise((resolve) => setImmediate(resolve));
    await vi.advanceTimersByTimeAsync(ms);
    expect(await answer).toMatchObject({ failure: 'timeout' });
  });
});
