import { createServer, type ViteDevServer } from 'vite';

/** Serves the gallery on a free port of this computer. Without a state in its address, the page lists them all. */
export async function serveGallery(): Promise<{ readonly server: ViteDevServer; readonly address: string }> {
  const server = await createServer({
    configFile: false,
    logLevel: 'error',
    server: { port: 0, host: '127.0.0.1' },
    optimizeDeps: { include: ['preact', 'preact/hooks', 'preact/jsx-dev-runtime'] },
  });
  await server.listen();
  return { server, address: `${server.resolvedUrls!.local[0]!}test/popup/gallery/` };
}
