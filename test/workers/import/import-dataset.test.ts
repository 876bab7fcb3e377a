import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DatasetSource } from '../../../src/dataset/dataset-source';
import type { ImportState } from '../../../src/workers/import/import-dataset';
import { noFacts } from '../../../src/sketchfab/model-facts';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { LikesOutDatabase } from '../../../src/store/database';
import { importStore } from '../../../src/store/import-store';
import { createDatasetImport } from '../../../src/workers/import/import-dataset';
import type { ImportRequest } from '../../../src/workers/import/messages';
import { createImportRunner } from '../../../src/workers/import/run-import';
import { exportDataset } from '../../dataset/export-from';

const modelUid = 'ab'.repeat(16) as ModelUid;
const userUid = 'cd'.repeat(16) as UserUid;
const key = { mode: 'project', text: 'k'.repeat(64), projectId: 'p'.repeat(32) } as const;
const algorithm = 'hmac-sha256';

const source: DatasetSource = {
  readModelUids: () => Promise.resolve([modelUid]),
  readModels: () =>
    Promise.resolve([
      {
        ...noFacts(modelUid),
        name: 'Chair',
        tags: [],
        categories: [],
        state: 'complete',
        cause: null,
        complete: true,
        likeCount: 1,
        userUids: [userUid],
        readBetween: [0, 1],
      },
    ]),
  readUsers: () => Promise.resolve([]),
  countRequests: () => Promise.resolve(1),
};

async function aZip(): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await exportDataset({
    source,
    key,
    exportedAt: new Date(1_000_000_000_000),
    toolVersion: '0.1.0',
    write: (chunk) => {
      chunks.push(chunk.slice());
    },
  });
  return new Blob(chunks);
}

let db: LikesOutDatabase;

/** The browser's Worker, without a thread of its own. */
class OwnWorker extends EventTarget {
  hasEnded = false;
  readonly #fill = createImportRunner(importStore(db));

  postMessage(order: ImportRequest): void {
    this.#fill(order).then(
      (data) => {
        if (!this.hasEnded) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
      },
      (error: unknown) => this.dispatchEvent(Object.assign(new Event('error'), { message: String(error) })),
    );
  }

  terminate(): void {
    this.hasEnded = true;
  }
}

function anImport() {
  const workers: OwnWorker[] = [];
  const told: ImportState[] = [];
  const waiting: { phase: ImportState['phase']; resolve: (state: ImportState) => void }[] = [];
  const datasetImport = createDatasetImport({
    startWorker: () => {
      const worker = new OwnWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    onState: (state) => {
      told.push(state);
      for (const wait of waiting) if (wait.phase === state.phase) wait.resolve(state);
    },
  });
  const phase = <P extends ImportState['phase']>(name: P) =>
    new Promise<ImportState & { phase: P }>((resolve) =>
      waiting.push({ phase: name, resolve: resolve as (state: ImportState) => void }),
    );
  return { datasetImport, workers, told, phase };
}

beforeEach(() => {
  db = new LikesOutDatabase(`dataset-import-${Math.random()}`);
});
afterEach(() => db.delete());

describe('a zip that is taken in', () => {
  it('tells first what it would do, and does it when it is told to', async () => {
    const { datasetImport, workers, told, phase } = anImport();
    const zip = await aZip();
    datasetImport.read('a.zip', { zip, key, algorithm });
    const { found } = await phase('planned');
    expect(found).toMatchObject({ kind: 'dataset', models: 1, likes: 1, users: 1 });
    expect(found.plan.models).toMatchObject({ added: 1, same: 0, differing: 0 });
    expect(found.plan.likes).toEqual({ added: 1, same: 0, gone: 0, refusal: null });
    expect(await db.models.count()).toBe(0);
    datasetImport.applyImport();
    await phase('done');
    expect(await db.models.count()).toBe(1);
    expect(workers.map(({ hasEnded }) => hasEnded)).toEqual([true]);
    expect(told.map((state) => state.phase)).toEqual(['reading', 'planned', 'applying', 'done']);
    datasetImport.read('a.zip', { zip, key, algorithm });
    const again = await phase('planned');
    expect(again.found.plan).toMatchObject({ isKnown: true, likes: { added: 0, same: 1 } });
  });

  it('changes nothing when it is left', async () => {
    const { datasetImport, workers, told, phase } = anImport();
    datasetImport.read('a.zip', { zip: await aZip(), key: null, algorithm });
    const { found } = await phase('planned');
    expect(found.plan.likes.refusal).toBe('no key is kept here');
    datasetImport.leave();
    datasetImport.applyImport();
    expect(told.at(-1)).toEqual({ phase: 'none' });
    expect(workers.map(({ hasEnded }) => hasEnded)).toEqual([true]);
    expect(await db.models.count()).toBe(0);
  });

  it('is refused with a sentence when it is no dataset', async () => {
    const { datasetImport, workers, phase } = anImport();
    datasetImport.read('beach.zip', { zip: new Blob(['beach']), key, algorithm });
    const refused = await phase('refused');
    expect(refused.fileName).toBe('beach.zip');
    expect(refused.reason).toMatch(/\.$/);
    expect(workers.map(({ hasEnded }) => hasEnded)).toEqual([true]);
  });

  it('says when the worker ended by itself', async () => {
    const { datasetImport, workers, phase } = anImport();
    datasetImport.read('a.zip', { zip: await aZip(), key, algorithm });
    const failed = phase('failed');
    workers[0]!.dispatchEvent(new Event('error'));
    expect((await failed).reason).toContain('ran out of memory');
  });
});
