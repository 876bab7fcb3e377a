import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fetchAnswer } from '../../src/background/fetch-answer';
import { classifyResponse } from '../../src/sketchfab/classify-response';

// What the browser tells a worker about its network.
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

describe('case 11: a redirect', () => {
  it('is not followed', async () => {
    const asked: (string | undefined)[] = [];
    const meaning = await meaningOf((request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: '/login' }).end();
    });
    expect(asked).toEqual(['/i/likes']);
    expect(meaning.is).toBe('error');
  });

  it('of robots.txt is, as its standard asks', async () => {
    const meaning = await meaningOf((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(301, { location: '/moved/robots' }).end();
      else response.end('{}');
    }, '/robots.txt');
    expect(meaning).toEqual({ is: 'json', json: {} });
  });
});

describe('case 12: a redirect loop', () => {
  it.each(['/i/likes', '/robots.txt'])('at %s is trouble with the network', async (path) => {
    const meaning = await meaningOf((request, response) => {
      response.writeHead(302, { location: request.url }).end();
    }, path);
    expect(meaning.is).toBe('error');
  });
});

describe('case 13: fewer bytes than the header promised', () => {
  it('is trouble, though what came is whole JSON', async () => {
    const meaning = await meaningOf((request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"results":[],"next":null}');
      setImmediate(() => request.socket.destroy());
    });
    expect(meaning.is).toBe('error');
  });
});

describe('case 28: a body of 100 MB', () => {
  it('is left as soon as it is larger than an answer can be', async () => {
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

describe('case 33: bytes that are no plain UTF-8', () => {
  it('with a mark of byte order are read', async () => {
    const bytes = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from('{"results":[]}')]);
    expect(await meaningOf(served(bytes))).toEqual({ is: 'json', json: { results: [] } });
  });

  it('that are invalid are never part of an id', async () => {
    const bytes = Buffer.concat([Buffer.from('{"uid":"16'), Buffer.from([0xff, 0xc3]), Buffer.from('271"}')]);
    const meaning = await meaningOf(served(bytes));
    expect(meaning).toMatchObject({ json: { uid: expect.stringContaining('\ufffd') as string } });
  });

  it('in UTF-16 are trouble', async () => {
    expect((await meaningOf(served(Buffer.from('{"results":[]}', 'utf16le')))).is).toBe('error');
  });

  it('that a zip bomb unfolds are counted unfolded', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1_048_576, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    const meaning = await meaningOf(served(bomb, { 'content-encoding': 'gzip' }));
    expect(meaning).toMatchObject({ is: 'unreadable', cause: expect.stringContaining('large') as string });
  });

  it('that are no gzip though they say so are trouble', async () => {
    expect((await meaningOf(served(Buffer.from('{}'), { 'content-encoding': 'gzip' }))).is).toBe('error');
  });
});
