import { request } from 'node:https';
import type { PracticeSite } from '../../practice/practice-site';

export type Reply = { status: number; headers: Record<string, string | string[] | undefined>; body: string };
type Asked = { method?: string; headers?: Record<string, string>; signal?: AbortSignal };

/** Requests an address of the real site from the practice site, over a real connection. Rejects if it breaks. */
export function ask(site: PracticeSite, address: string, asked: Asked = {}): Promise<Reply> {
  const { host, pathname, search } = new URL(address, 'https://sketchfab.com');
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port: site.port,
      path: pathname + search,
      servername: host,
      rejectUnauthorized: false,
      agent: false,
      method: asked.method ?? 'GET',
      headers: { host, ...asked.headers },
      ...(asked.signal ? { signal: asked.signal } : {}),
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    });
    sent.end();
  });
}

export async function askJson<T>(site: PracticeSite, address: string): Promise<T> {
  const { body } = await ask(site, address);
  return JSON.parse(body) as T;
}
