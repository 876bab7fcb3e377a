import { readdirSync, readFileSync } from 'node:fs';
import type { Answer } from './answer';

const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' };
const folder = new URL('pages/', import.meta.url);

/** A style sheet or script of the pages. It is looked up in the folder's listing, so no name leads out of it. */
export function staticFile(name: string): Answer | undefined {
  if (!readdirSync(folder).includes(name)) return undefined;
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return {
    status: 200,
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache' },
    body: readFileSync(new URL(name, folder)),
  };
}
