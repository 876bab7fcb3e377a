import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportState } from '../../../src/workers/import/import-dataset';
import { LikesOutDatabase } from '../../../src/store/database';
import { importStore } from '../../../src/store/import-store';
import { createDatasetImport } from '../../../src/workers/import/import-dataset';
import type { ImportRequest } from '../../../src/workers/import/messages';
import { createImportRunner } from '../../../src/workers/import/import-runner';
import { exportDataset } from '../../dataset/export-from';
import { oneLikeSource } from '../one-like-source';

const key = { mode: 'project', text: 'k'.repeat(64), projectId: 'p'.repeat(32) } as const;
const algorithm = 'hmac-sha256';

async function aZip(): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await exportDataset({
    source: oneLikeSource,
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

/** The browser's Worker without its own thread. */
class OwnWorker extends EventTarget {
  hasEnded = false;
  readonly #run = createImportRunner(importStore(db));

  postMessage(request: ImportRequest): void {
    this.#run(request).then(
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

describe('importing a zip', () => {
  it('shows a preview first, and imports when that is confirmed', async () => {
    const { datasetImport, workers, told, phase } = anImport();
    const zip = await aZip();
    datasetImport.read('a.zip', { zip, key, algorithm });
    const { preview } = await phase('previewed');
    expect(preview).toMatchObject({ kind: 'dataset', models: 1, likes: 1, users: 1 });
    expect(preview.plan.models).toMatchObject({ added: 1, same: 0, differing: 0 });
    expect(preview.plan.likes).toEqual({ added: 1, same: 0, refusal: null });
    expect([preview.plan.conflicts, preview.doubted]).toEqual([[], { isFromFuture: false, lists: 0 }]);
    expect(await db.models.count()).toBe(0);
    datasetImport.applyImport(false);
    await phase('done');
    expect(await db.models.count()).toBe(1);
    expect(workers.map(({ hasEnded }) => hasEnded)).toEqual([true]);
    expect(told.map((state) => state.phase)).toEqual(['reading', 'previewed', 'applying', 'done']);
    datasetImport.read('a.zip', { zip, key, algorithm });
    const again = await phase('previewed');
    expect(again.preview.plan).toMatchObject({ isKnown: true, likes: { added: 0, same: 1 } });
  });

  it('changes nothing if it is cancelled', async () => {
    const { datasetImport, workers, told, phase } = anImport();
    datasetImport.read('a.zip', { zip: await aZip(), key: null, algorithm });
    const { preview } = await phase('previewed');
    expect(preview.plan.likes.refusal).toBe('noKeyHere');
    datasetImport.cancelImport();
    datasetImport.applyImport(false);
    expect(told.at(-1)).toEqual({ phase: 'none' });
    expect(workers.map(({ hasEnded }) => hasEnded)).toEqual([true]);
    expect(await db.models.count()).toBe(0);
  });

  it('fails with the problem of the zip if that is not a dataset', async () => {
    const { datasetImport, workers, phase } = anImport();
    datasetImport.read('beach.zip', { zip: new Blob(['beach']), key, algorithm });
    expect(await phase('failed')).toMatchObject({
      fileName: 'beach.zip',
      failure: { code: 'refused', problem: { code: 'notAZip' } },
    });
    expect(workers.map(({ hasEnded }) => hasEnded)).toEqual([true]);
  });

  it('fails if the worker ended by itself', async () => {
    const { datasetImport, workers, phase } = anImport();
    datasetImport.read('a.zip', { zip: await aZip(), key, algorithm });
    const failed = phase('failed');
    workers[0]!.dispatchEvent(new Event('error'));
    expect(await failed).toMatchObject({ failure: { code: 'workerFailed' } });
  });
});
