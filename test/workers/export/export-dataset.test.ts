import JSZip from 'jszip';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { oneLikeSource, userUid } from '../one-like-source';
import { anExport, around, calmBrowser, OwnWorker } from './export-rig';

beforeEach(calmBrowser);

describe('an export', () => {
  it('saves one zip and reports what is in it', async () => {
    const { datasetExport, offered, told, haveEnded } = anExport();
    await datasetExport.start();
    expect(offered.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^sketchfab-likes-\d{4}-\d\d-\d\d\.zip$/),
    ]);
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files).length).toBeGreaterThan(0);
    expect(told.at(0)).toEqual({ phase: 'running', share: 0, step: 'start' });
    expect(told).toContainEqual(expect.objectContaining({ phase: 'running', step: 'readLikes' }));
    // The coordinator and its steps: models, users, filter, summarize, pseudonymize, write. All end.
    expect(haveEnded()).toEqual(Array(7).fill(true));
    expect(told.at(-1)).toEqual({
      phase: 'done',
      fileName: offered[0]!.name,
      models: 1,
      completeModels: 1,
      likes: 1,
      users: 1,
      likesLeftOut: 0,
      unmatchedExclusions: [],
      mentions: [],
      mentionCount: 0,
      importsLeftOut: 0,
      modelsNotPublic: 0,
    });
  });

  it('starts the workers from the page in Firefox, where a worker that starts others may hang', async () => {
    const { datasetExport, offered, told, haveEnded, workers } = anExport(oneLikeSource, { isFirefox: true });
    await datasetExport.start();
    expect(offered).toHaveLength(1);
    expect(told).toContainEqual(expect.objectContaining({ phase: 'running', step: 'readLikes' }));
    expect(told.at(-1)).toMatchObject({ phase: 'done', likes: 1 });
    expect(workers.flatMap(({ steps }) => steps)).toEqual([]);
    expect(haveEnded()).toEqual(Array(6).fill(true));
  });

  it('runs once, however often the button is pressed', async () => {
    const { datasetExport, offered, told, haveEnded } = anExport();
    await Promise.all([datasetExport.start(), datasetExport.start(), datasetExport.start()]);
    expect(offered).toHaveLength(1);
    expect(haveEnded()).toHaveLength(7);
    expect(told.map(({ phase }) => phase)).not.toContain('failed');
    await datasetExport.start();
    expect(offered).toHaveLength(2);
  });

  it('fails while another page exports', async () => {
    around.isHeld = true;
    const { datasetExport, offered, told } = anExport();
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({
      phase: 'failed',
      failure: { code: 'alreadyRunning' },
    });
  });

  it('saves nothing once it is cancelled, and can start again', async () => {
    let isFirst = true;
    const cancelled = {
      ...oneLikeSource,
      readModels: (uids: readonly ModelUid[]) => {
        if (isFirst) datasetExport.cancel();
        isFirst = false;
        return oneLikeSource.readModels(uids);
      },
    };
    const { datasetExport, offered, told, haveEnded } = anExport(cancelled);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({ phase: 'cancelled' });
    expect(haveEnded()).toEqual([true, true]);
    await datasetExport.start();
    expect(offered).toHaveLength(1);
  });

  it('reports the error of the database, and saves no incomplete file', async () => {
    const broken = { ...oneLikeSource, readModels: () => Promise.reject(new Error('connection lost')) };
    const { datasetExport, offered, told, haveEnded } = anExport(broken);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({
      phase: 'failed',
      failure: { code: 'unexpected', message: 'connection lost' },
    });
    expect(haveEnded()).toEqual([true, true]);
  });

  it('keeps its file until the next one is saved, and no file that was not saved', async () => {
    const { datasetExport, cleared } = anExport();
    await datasetExport.start();
    expect(cleared).toEqual([]);
    await datasetExport.start();
    expect(cleared).toEqual(['file 0']);
    around.likesStored = 60_000_000;
    await datasetExport.start();
    expect(cleared).toEqual(['file 0', 'file 2']);
  });

  it('fails without a file when everything is deleted meanwhile, however much was read by then', async () => {
    for (const method of ['readModels', 'readUsers'] as const) {
      around.databaseId = 'first';
      const deleted = {
        ...oneLikeSource,
        [method]: (asked: never) => {
          around.databaseId = 'second';
          return oneLikeSource[method](asked);
        },
      };
      const { datasetExport, offered, told } = anExport(deleted);
      await datasetExport.start();
      expect(offered).toHaveLength(0);
      expect(told.at(-1)).toEqual({
        phase: 'failed',
        failure: { code: 'dataDeleted' },
      });
    }
  });

  it('uses the options and the key of the request', async () => {
    const { datasetExport, offered } = anExport();
    const key = { mode: 'project', text: 'k'.repeat(64), projectId: 'p'.repeat(32) } as const;
    const files = { psv: true, parquet: false, recbole: false, stats: false, croissant: false };
    await datasetExport.start({ options: { ...defaultDatasetOptions, files }, key });
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files).filter((path) => path.startsWith('parquet/'))).toEqual([]);
    expect(await zip.file('data/model_likes_anon.psv')!.async('string')).toContain(
      keyedHash(key.text)(userUid),
    );
  });

  it('passes no names or ids of users to the worker that writes', async () => {
    const leftOut = 'ef'.repeat(16) as UserUid;
    const known = {
      ...oneLikeSource,
      readModels: async (uids: readonly ModelUid[]) =>
        (await oneLikeSource.readModels(uids)).map((model) => ({ ...model, userUids: [userUid, leftOut] })),
      readUsers: (after: UserUid | null) =>
        Promise.resolve(after === null ? [{ uid: leftOut, username: 'Ada.Lovelace' }] : []),
    };
    const excluded = { usernames: ['Ada.Lovelace'], userUids: [leftOut], modelUids: [] };
    const { datasetExport, told, workers } = anExport(known);
    await datasetExport.start({ options: { ...defaultDatasetOptions, excluded } });
    expect(told.at(-1)).toMatchObject({ phase: 'done', users: 1 });
    const asked = workers.flatMap(({ steps }) => steps.map((step) => step.asked));
    const holding = (text: string) => asked.map((request) => request.toLowerCase().includes(text));
    expect(asked).toHaveLength(6);
    // The two readers and the filter need both.
    expect(holding(leftOut)).toEqual([true, true, true, false, false, false]);
    expect(holding('ada.lovelace')).toEqual([true, true, true, false, false, false]);
    // Raw ids stop at pseudonymization.
    expect(holding(userUid)).toEqual([false, true, true, true, true, false]);
  });

  it('names the exclusions that match nobody, and counts the likes that the others left out', async () => {
    const { datasetExport, told } = anExport();
    const excluded = { usernames: ['nobody-known'], userUids: [userUid], modelUids: [] };
    await datasetExport.start({ options: { ...defaultDatasetOptions, excluded } });
    expect(told.at(-1)).toMatchObject({
      phase: 'done',
      likes: 0,
      likesLeftOut: 1,
      unmatchedExclusions: ['nobody-known'],
    });
  });

  it('reports the file, line and kind of a leak, and saves nothing', async () => {
    const leaky = {
      ...oneLikeSource,
      readModels: async (uids: readonly ModelUid[]) =>
        (await oneLikeSource.readModels(uids)).map((model) => ({ ...model, name: `by ${userUid}` })),
    };
    const { datasetExport, offered, told } = anExport(leaky);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toMatchObject({
      phase: 'failed',
      failure: {
        code: 'leaks',
        leaks: expect.arrayContaining([
          expect.objectContaining({ kind: 'userId', path: 'data/model_urls.psv', line: 2 }),
        ]) as unknown,
      },
    });
  });

  it('fails before anything is read if a zip cannot hold the likes', async () => {
    around.likesStored = 60_000_000;
    const unread = { ...oneLikeSource, readModelUids: () => Promise.reject(new Error('was read')) };
    const { datasetExport, told } = anExport(unread);
    await datasetExport.start();
    expect(told.at(-1)).toMatchObject({
      phase: 'failed',
      failure: { code: 'tooManyLikes', likes: 60_000_000 },
    });
  });

  it('fails if the coordinator or one of its workers cannot be started', async () => {
    class MissingWorker extends OwnWorker {
      override postMessage(): void {
        this.dispatchEvent(new Event('error'));
      }
    }
    class LonelyWorker extends OwnWorker {
      override createStep(): OwnWorker {
        return new MissingWorker(oneLikeSource);
      }
    }
    for (const [Broken, ended] of [
      [MissingWorker, [true]],
      [LonelyWorker, [true, true]],
    ] as const) {
      const { datasetExport, told, haveEnded } = anExport(oneLikeSource, {
        startWorker: () => new Broken(oneLikeSource),
      });
      await datasetExport.start();
      expect(told.at(-1)).toEqual({
        phase: 'failed',
        failure: { code: 'workerFailed' },
      });
      expect(haveEnded()).toEqual(ended);
    }
  });
});
