import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export type ConnectProxy = {
  readonly port: number;
  /** Every `host:port` that was requested and refused, in order. */
  readonly refused: readonly string[];
  close(): Promise<void>;
};

const sketchfab = /^(?:[a-z0-9-]+\.)*sketchfab\.com:443$/;

/** Routes every `sketchfab.com:443` to a port of this machine and refuses the rest, so that nothing leaves it. */
export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
  const refused: string[] = [];
  const open = new Set<Socket>();
  const keep = (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    // When the browser or the site hangs up, both ends of the tunnel are closed.
    socket.on('error', () => socket.destroy());
  };

  const server = createServer((request, response) => {
    refused.push(request.url ?? '');
    response.writeHead(403).end();
  });
  server.on('connect', (request, client: Socket, head: Buffer) => {
    keep(client);
    if (!sketchfab.test(request.url ?? '')) {
      refused.push(request.url ?? '');
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const site = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      site.write(head);
      site.pipe(client).pipe(site);
    });
    keep(site);
    site.once('close', () => client.destroy());
    client.once('close', () => site.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    port: (server.address() as AddressInfo).port,
    refused,
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
