import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startConnectProxy, type ConnectProxy } from '../e2e/support/connect-proxy';

let proxy: ConnectProxy;
const site = createServer((_, response) => response.end('the practice site'));

async function start(): Promise<void> {
  site.listen(0, '127.0.0.1');
  await once(site, 'listening');
  proxy = await startConnectProxy((site.address() as AddressInfo).port);
}

afterEach(async () => {
  await proxy.close();
  site.close();
});

async function askFor(path: string): Promise<{ status: number; socket: Socket }> {
  const asked = request({ host: '127.0.0.1', port: proxy.port, method: 'CONNECT', path }).end();
  const [{ statusCode }, socket] = (await once(asked, 'connect')) as [{ statusCode: number }, Socket];
  return { status: statusCode, socket };
}

describe('the proxy between Firefox and the practice site', () => {
  it('routes sketchfab.com and its subdomains to the practice site', async () => {
    await start();
    for (const name of ['sketchfab.com:443', 'api.sketchfab.com:443']) {
      const { status, socket } = await askFor(name);
      expect(status).toBe(200);
      socket.write('GET / HTTP/1.0\r\n\r\n');
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toContain('200 OK');
      socket.destroy();
    }
    expect(proxy.refused).toEqual([]);
  });

  it('refuses every other name, and records it', async () => {
    await start();
    const others = [
      'notsketchfab.com:443',
      'sketchfab.com.example:443',
      'sketchfab.com:80',
      'example.org:443',
    ];
    for (const name of others) expect((await askFor(name)).status).toBe(403);
    expect(proxy.refused).toEqual(others);
  });
});
