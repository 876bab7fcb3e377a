import type { Page } from '@playwright/test';

export type CollectedModel = {
  readonly uid: string;
  readonly name: string;
  readonly tags: readonly string[];
  /** Who likes it, each once. */
  readonly likers: readonly string[];
};

/** What is stored, read with IndexedDB alone in a page of the extension: by no code of the extension. */
export function readCollected(page: Page): Promise<readonly CollectedModel[]> {
  return page.evaluate(async () => {
    type Row = Record<string, unknown> & { uid: string; modelUid: string; sweep: number };
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    const db = await done(indexedDB.open('likes-out'));
    const all = (name: string) => done(db.transaction(name).objectStore(name).getAll()) as Promise<Row[]>;
    const [models, pages] = [await all('models'), await all('likesPages')];
    db.close();
    return models.map(({ uid, name, tags, sweep }) => ({
      ...{ uid, name: String(name).trim() },
      tags: ((tags ?? []) as { name: string }[]).map((tag) => tag.name.toLowerCase()),
      likers: [
        ...new Set(
          pages
            .filter((each) => each.modelUid === uid && each.sweep === sweep)
            .flatMap((each) => each['userUids'] as string[]),
        ),
      ],
    }));
  });
}

/** The project key in the database of the extension. */
export function readProjectKeyText(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const opening = indexedDB.open('likes-out');
    await new Promise((resolve) => (opening.onsuccess = resolve));
    const reading = opening.result.transaction('states').objectStore('states').get('projectKey');
    await new Promise((resolve) => (reading.onsuccess = resolve));
    opening.result.close();
    return (reading.result as { value: { key: string } }).value.key;
  });
}
