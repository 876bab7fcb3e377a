import type { RawPage } from '../../e2e/support/raw-page';

/** The rows of the extension's database that campaigns read. */
export type KeptState = {
  readonly models: readonly KeptModel[];
  readonly likesPages: readonly KeptPage[];
  readonly requests: readonly {
    readonly uniqueKey: string;
    readonly state: string;
    readonly notBefore: number;
  }[];
  readonly counters: { readonly models: number; readonly users: number; readonly likes: number };
};

export type KeptModel = {
  readonly uid: string;
  readonly name: string | null;
  readonly tags: unknown;
  readonly categories: unknown;
  readonly state: string;
  readonly sweep: number | null;
  readonly likesCollected: number;
};

export type KeptPage = {
  readonly modelUid: string;
  readonly sweep: number;
  readonly index: number;
  readonly userUids: readonly string[];
};

// Not by our own store, which must not be its own witness. A missing database is not created.
const readAll = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('likes-out');
  opening.onupgradeneeded = () => opening.transaction.abort();
  opening.onerror = () => reject(new Error('no database'));
  opening.onsuccess = () => {
    const db = opening.result;
    const transaction = db.transaction(['models', 'likesPages', 'requests', 'states']);
    const ask = (name) => transaction.objectStore(name).getAll();
    const [models, likesPages, requests, states] = ['models', 'likesPages', 'requests', 'states'].map(ask);
    transaction.oncomplete = () => {
      db.close();
      const counters = states.result.find(({ name }) => name === 'counters')?.value ?? { models: 0, users: 0, likes: 0 };
      resolve({ models: models.result, likesPages: likesPages.result, requests: requests.result, counters });
    };
    transaction.onabort = () => reject(transaction.error);
  };
})`;

/** Reads everything at one moment, in a page of the extension. */
export function readKeptState(page: Pick<RawPage, 'evaluate'>): Promise<KeptState> {
  return page.evaluate<KeptState>(readAll);
}

/** The pages of a model's list of likes, in order. */
export function currentPages({ likesPages }: KeptState, { uid, sweep }: KeptModel): readonly KeptPage[] {
  return likesPages
    .filter((page) => page.modelUid === uid && page.sweep === sweep)
    .sort((a, b) => a.index - b.index);
}
