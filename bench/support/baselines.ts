import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import JSZip from 'jszip';
import { bytesOf } from './count-dataset';

/** Milliseconds to read all pages of likes with IndexedDB alone, 500 at a time, in this page. */
export function readPagesBare(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const begun = performance.now();
    const opening = indexedDB.open('likes-out');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    let last: IDBValidKey | undefined;
    for (;;) {
      const store = opening.result.transaction('likesPages').objectStore('likesPages');
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const reading = store.getAll(range, 500);
      await new Promise((resolve) => (reading.onsuccess = resolve));
      const row = (reading.result as Record<string, IDBValidKey>[]).at(-1);
      if (!row) break;
      last = [row['modelUid']!, row['sweep']!, row['index']!];
    }
    opening.result.close();
    return performance.now() - begun;
  });
}

/** Milliseconds to compress the text of the likes table with the platform's deflate, here in Node. */
export async function deflateLikes(zipPath: string): Promise<number> {
  const zip = await JSZip.loadAsync(await readFile(zipPath));
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of bytesOf(zip, 'data/model_likes_anon.psv')) chunks.push(new Uint8Array(chunk));
  const begun = performance.now();
  const deflated = new Blob(chunks).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const { size } = await new Response(deflated).blob();
  if (size === 0) throw new Error('the likes table is empty');
  return performance.now() - begun;
}
