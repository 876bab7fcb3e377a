import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAnswer } from '../../src/background/fetch-answer';
import { classifyResponse } from '../../src/sketchfab/classify-response';

// What the browser says about the network.
vi.stubGlobal('navigator', { onLine: true });

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function meaningOf(listener: RequestListener, path = '/i/likes') {
  const own = createServer(listener);
  server = own;
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve));
  const { port } = own.address() as AddressInfo;
  return classifyResponse(await fetchAnswer(`http://127.0.0.1:${port}${path}`, 'omit'));
}

const served = (body: Buffer, headers: Record<string, string> = {}): RequestListener => {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', ...headers });
    response.end(body);
  };
};

describe('a redirect', () => {
  it('is not followed', async () => {
    const asked: (string | undefined)[] = [];
    const meaning = await meaningOf((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/login' }).end();
    });
    expect(asked).toEqual(['/i/likes']);
    expect(meaning.is).toBe('error');
  });

  it('is followed for robots.txt, as its standard requires', async () => {
    const meaning = await meaningOf((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(301, { location: '/moved/robots' }).end();
      else response.end('{}');
    }, '/robots.txt');
    expect(meaning).toEqual({ is: 'json', json: {} });
  });
});

describe('a redirect loop', () => {
  it.each(['/i/likes', '/robots.txt'])('at %s is a network error', async (path) => {
    const meaning = await meaningOf((request, response) => {
      response.writeHead(302, { location: request.url }).end();
    }, path);
    expect(meaning.is).toBe('error');
  });
});

describe('fewer bytes than the header promised', () => {
  it('are an error, even if what arrived is valid JSON', async () => {
    const meaning = await meaningOf((request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"results":[],"next":null}');
      setImmediate(() => request.socket.destroy());
    });
    expect(meaning.is).toBe('error');
  });
});

describe('a body of 100 MB', () => {
  it('is abandoned as soon as it exceeds the limit for a response', async () => {
    let sent = 0;
    const meaning = await meaningOf((_, response) => {
      const more = () => {
        while (sent < 100 && !response.destroyed && response.write(Buffer.alloc(1_048_576, ' '))) sent += 1;
      };
      response.on('drain', more);
      more();
    });
    expect(meaning).toMatchObject({ is: 'unreadable', cause: expect.stringContaining('large') as string });
    expect(sent).toBeLessThan(50);
  });
});

describe('a body that is not plain UTF-8', () => {
  it('is read if it has a byte order mark', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"results":[]}')]);
    expect(await meaningOf(served(bytes))).toEqual({ is: 'json', json: { results: [] } });
  });

  it('never yields an id from invalid bytes', async () => {
    const bytes = Buffer.concat([Buffer.from('{"uid":"16'), Buffer.from([0xff, 0xc3]), Buffer.from('271"}')]);
    const meaning = await meaningOf(served(bytes));
    expect(meaning).toMatchObject({ json: { uid: expect.stringContaining('\ufffd') as string } });
  });

  it('is an error in UTF-16', async () => {
    expect((await meaningOf(served(Buffer.from('{"results":[]}', 'utf16le')))).is).toBe('error');
  });

  it('is counted decompressed if it is a zip bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1_048_576, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    const meaning = await meaningOf(served(bomb, { 'content-encoding': 'gzip' }));
    expect(meaning).toMatchObject({ is: 'unreadable', cause: expect.stringContaining('large') as string });
  });

  it('is an error if it claims to be gzip and is not', async () => {
    expect((await meaningOf(served(Buffer.from('{}'), { 'content-encoding': 'gzip' }))).is).toBe('error');
  });
});
