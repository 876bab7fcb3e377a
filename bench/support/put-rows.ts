import type { Page } from '@playwright/test';

type Store = 'models' | 'likesPages' | 'users' | 'states';

// A message to the browser is a string; above this size, each row takes longer.
const charactersInMessage = 8_000_000;

/** Stores rows unchanged. The page must be one of the extension, which has created the tables. */
export async function putRows(page: Page, store: Store, rows: readonly object[]): Promise<void> {
  let texts: string[] = [];
  let characters = 0;
  for (const row of rows) {
    const text = JSON.stringify(row);
    texts.push(text);
    characters += text.length;
    if (characters < charactersInMessage) continue;
    await put(page, store, texts);
    texts = [];
    characters = 0;
  }
  if (texts.length > 0) await put(page, store, texts);
}

async function put(page: Page, store: Store, texts: readonly string[]): Promise<void> {
  await page.evaluate(
    ([name, json]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('likes-out');
        opening.onerror = () => reject(new Error(String(opening.error)));
        opening.onsuccess = () => {
          const write = opening.result.transaction(name, 'readwrite', { durability: 'relaxed' });
          for (const row of JSON.parse(json) as object[]) write.objectStore(name).put(row);
          write.onabort = () => reject(new Error(String(write.error)));
          write.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [store, `[${texts.join(',')}]`] as const,
  );
}
