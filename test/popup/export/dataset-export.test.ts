import { beforeEach, describe, expect, it, vi } from 'vitest';
import JSZip from 'jszip';
import { defaultChoices } from '../../../src/dataset/dataset-choices';
import type { DatasetSource } from '../../../src/dataset/dataset-source';
import { keyId } from '../../../src/dataset/key-id';
import { keyedHash } from '../../../src/dataset/keyed-hash';
import { createDatasetExport } from '../../../src/popup/export/dataset-export';
import type { ExportOrder } from '../../../src/popup/export/export-messages';
import { fillOrder, type ExportStore } from '../../../src/popup/export/fill-order';
import type { ExportState } from '../../../src/popup/snapshot';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';

const modelUid = 'ab'.repeat(16) as ModelUid;
const userUid = 'cd'.repeat(16) as UserUid;

const source: DatasetSource = {
  readModelUids: () => Promise.resolve([modelUid]),
  readModels: () =>
    Promise.resolve([
      {
        uid: modelUid,
        name: 'Chair',
        tags: [],
        categories: [],
        state: 'complete',
        cause: null,
        complete: true,
        likeCount: 1,
        noAi: null,
        isRestricted: null,
        thumbnailUrl: null,
      },
    ]),
  readLikes: () => Promise.resolve([{ modelUid, userUids: [userUid], readBetween: [0, 1] }]),
  readUsernames: () => Promise.resolve(new Map()),
  countRequests: () => Promise.resolve(1),
};

let likesStored: number;
let imports: ExportStore['imports'];

/** The browser's locks, which Node 20 lacks: one name, held while the callback runs. */
let isHeld: boolean;
const locks = {
  async request(_name: string, _options: object, work: (lock: object | null) => Promise<unknown>) {
    if (isHeld) return work(null);
    isHeld = true;
    try {
      return await work({});
    } finally {
      isHeld = false;
    }
  },
};

/** The browser's Worker, without a thread of its own: messages are copied both ways, and after its end none comes. */
class OwnWorker extends EventTarget {
  hasEnded = false;
  readonly #source: DatasetSource;

  constructor(source: DatasetSource) {
    super();
    this.#source = source;
  }

  postMessage(order: ExportOrder): void {
    const reply = (data: unknown) => {
      if (!this.hasEnded) this.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
    };
    const readUserUids = () => Promise.resolve([userUid]);
    const store = {
      source: { ...this.#source, readUserUids },
      imports,
      countLikes: () => Promise.resolve(likesStored),
    };
    fillOrder(structuredClone(order), store, reply).catch((error: unknown) => {
      this.dispatchEvent(Object.assign(new Event('error'), { message: String(error) }));
    });
  }

  terminate(): void {
    this.hasEnded = true;
  }
}

function anExport(from: DatasetSource = source, startWorker = () => new OwnWorker(from)) {
  const offered: { file: Blob; name: string }[] = [];
  const told: ExportState[] = [];
  const workers: OwnWorker[] = [];
  const datasetExport = createDatasetExport({
    startWorker: () => {
      const worker = startWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    toolVersion: '0.1.0',
    offer: (file, name) => offered.push({ file, name }),
    onState: (state) => told.push(state),
  });
  const haveEnded = () => workers.map(({ hasEnded }) => hasEnded);
  return { datasetExport, offered, told, haveEnded };
}

beforeEach(() => {
  isHeld = false;
  likesStored = 1;
  imports = { readImports: () => Promise.resolve([]), readImportedLikes: () => Promise.resolve([[]]) };
  vi.stubGlobal('navigator', { locks });
});

describe('an export', () => {
  it('offers one zip and says what is in it', async () => {
    const { datasetExport, offered, told, haveEnded } = anExport();
    await datasetExport.start();
    expect(offered.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^sketchfab-likes-\d{4}-\d\d-\d\d\.zip$/),
    ]);
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files).length).toBeGreaterThan(0);
    expect(told.at(0)).toEqual({ phase: 'running', share: 0, doing: 'Starting' });
    expect(told).toContainEqual(expect.objectContaining({ phase: 'running', doing: 'Reading likes' }));
    expect(haveEnded()).toEqual([true]);
    expect(told.at(-1)).toEqual({
      phase: 'done',
      fileName: offered[0]!.name,
      models: 1,
      completeModels: 1,
      likes: 1,
      users: 1,
      mentions: [],
      mentionCount: 0,
      importsLeftOut: 0,
    });
  });

  it('joins likes that were taken in under its key, and says how many imports go by another', async () => {
    const head = (keyText: string) => ({
      importId: keyText,
      keyPrint: {
        keyMode: 'project',
        algorithm: 'hmac-sha256',
        keyId: keyId(keyText),
        projectId: 'p'.repeat(32),
      },
      exportedAt: 2,
      kind: 'part' as const,
    });
    const row = (keyText: string, user: string) => ({
      importId: keyText,
      modelUid,
      pseudonyms: [keyedHash(keyText)(user)],
      seenAt: [1],
      sweptAt: null,
      state: 'complete',
      complete: true,
    });
    const [ours, theirs] = ['k'.repeat(64), 'x'.repeat(64)];
    imports = {
      readImports: () => Promise.resolve([head(ours), head(theirs)]),
      readImportedLikes: () => Promise.resolve([[row(ours, 'ef'.repeat(16)), row(theirs, '12'.repeat(16))]]),
    };
    const { datasetExport, offered, told } = anExport();
    await datasetExport.start(() =>
      Promise.resolve({ key: { mode: 'project', text: ours, projectId: 'p'.repeat(32) } }),
    );
    expect(told.at(-1)).toMatchObject({ phase: 'done', likes: 2, users: 2, importsLeftOut: 1 });
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    const likes = await zip.file('data/model_likes_anon.psv')!.async('string');
    expect(likes).toContain(keyedHash(ours)('ef'.repeat(16)));
    await datasetExport.start();
    expect(told.at(-1)).toMatchObject({ phase: 'done', likes: 1, users: 1, importsLeftOut: 2 });
  });

  it('leaves out of what was taken in whom it leaves out of what was read here', async () => {
    const ours = 'k'.repeat(64);
    const asked = 'ef'.repeat(16);
    const keyPrint = {
      ...{ keyMode: 'project', algorithm: 'hmac-sha256', keyId: keyId(ours), projectId: 'p'.repeat(32) },
    };
    const importId = 'one';
    const told = { seenAt: [1], sweptAt: null, state: 'complete', complete: true };
    imports = {
      readImports: () => Promise.resolve([{ importId, keyPrint, exportedAt: 2, kind: 'part' }]),
      readImportedLikes: () =>
        Promise.resolve([[{ ...told, importId, modelUid, pseudonyms: [keyedHash(ours)(asked)] }]]),
    };
    const { datasetExport, offered } = anExport();
    const excluded = { ...defaultChoices.excluded, userUids: [asked] };
    await datasetExport.start({
      key: { mode: 'project', text: ours, projectId: 'p'.repeat(32) },
      choices: { ...defaultChoices, excluded },
    });
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    const likes = await zip.file('data/model_likes_anon.psv')!.async('string');
    expect(likes).toContain(keyedHash(ours)(userUid));
    expect(likes).not.toContain(keyedHash(ours)(asked));
  });

  it('writes the part of a machine under its run, and none under a one-time key', async () => {
    const { datasetExport, offered, told } = anExport();
    const part = { contributor: 'lab', run: '0a1b2c3d', shard: null };
    const key = { mode: 'project', text: 'k'.repeat(64), projectId: 'p'.repeat(32) } as const;
    await datasetExport.start({ key, part });
    expect(told).toContainEqual({ phase: 'running', share: null, doing: 'Writing the part' });
    expect(told.at(-1)).toMatchObject({ phase: 'part-done', models: 1, likes: 1, users: 1 });
    expect(offered[0]!.name).toMatch(/^sketchfab-likes-part-\d{4}-\d\d-\d\d-0a1b2c3d\.zip$/);
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files)).toContain('parts/manifest-0a1b2c3d.json');
    await datasetExport.start({ part });
    expect(offered).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ phase: 'failed' });
  });

  it('is one, however often the button is pressed', async () => {
    const { datasetExport, offered, told, haveEnded } = anExport();
    await Promise.all([datasetExport.start(), datasetExport.start(), datasetExport.start()]);
    expect(offered).toHaveLength(1);
    expect(haveEnded()).toHaveLength(1);
    expect(told.map(({ phase }) => phase)).not.toContain('failed');
    await datasetExport.start();
    expect(offered).toHaveLength(2);
  });

  it('leaves the work to another page that is at it', async () => {
    isHeld = true;
    const { datasetExport, offered, told } = anExport();
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({
      phase: 'failed',
      reason: 'Another page of Likes Out is writing the dataset already.',
    });
  });

  it('offers nothing once it is cancelled, and can begin anew', async () => {
    let isFirst = true;
    const cancelled = {
      ...source,
      readLikes: (uids: readonly ModelUid[]) => {
        if (isFirst) datasetExport.cancel();
        isFirst = false;
        return source.readLikes(uids);
      },
    };
    const { datasetExport, offered, told, haveEnded } = anExport(cancelled);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({ phase: 'cancelled' });
    expect(haveEnded()).toEqual([true]);
    await datasetExport.start();
    expect(offered).toHaveLength(1);
  });

  it('says what the database said when it fails, and offers no half file', async () => {
    const broken = { ...source, readLikes: () => Promise.reject(new Error('connection lost')) };
    const { datasetExport, offered, told, haveEnded } = anExport(broken);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({ phase: 'failed', reason: 'connection lost' });
    expect(haveEnded()).toEqual([true]);
  });

  it('goes by the choices and the key of the wish', async () => {
    const { datasetExport, offered } = anExport();
    const key = { mode: 'project', text: 'k'.repeat(64), projectId: 'p'.repeat(32) } as const;
    const files = { psv: true, parquet: false, recbole: false, stats: false, croissant: false };
    await datasetExport.start({ choices: { ...defaultChoices, files }, key });
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files).filter((path) => path.startsWith('parquet/'))).toEqual([]);
    expect(await zip.file('data/model_likes_anon.psv')!.async('string')).toContain(
      keyedHash(key.text)(userUid),
    );
  });

  it('names file, line and kind of what must not leave, and offers nothing', async () => {
    const leaky = {
      ...source,
      readModels: async (uids: readonly ModelUid[]) =>
        (await source.readModels(uids)).map((model) => ({ ...model, name: `by ${userUid}` })),
    };
    const { datasetExport, offered, told } = anExport(leaky);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toMatchObject({
      phase: 'failed',
      reason: expect.stringContaining('A raw user id stands in data/model_urls.psv, line 2') as string,
    });
    const { leaks } = told.at(-1) as Extract<ExportState, { phase: 'failed' }>;
    expect(leaks?.[0]).toMatchObject({ kind: 'user id', path: 'data/model_urls.psv', line: 2 });
  });

  it('is refused before anything is read where one zip cannot hold it', async () => {
    likesStored = 60_000_000;
    const unread = { ...source, readModelUids: () => Promise.reject(new Error('was read')) };
    const { datasetExport, told } = anExport(unread);
    await datasetExport.start();
    expect(told.at(-1)).toMatchObject({
      phase: 'failed',
      reason: expect.stringContaining('4 GiB') as string,
    });
  });

  it('says so when the worker cannot be started', async () => {
    class MissingWorker extends OwnWorker {
      override postMessage(): void {
        this.dispatchEvent(new Event('error'));
      }
    }
    const { datasetExport, told, haveEnded } = anExport(source, () => new MissingWorker(source));
    await datasetExport.start();
    expect(told.at(-1)).toEqual({
      phase: 'failed',
      reason: 'the worker that writes it could not be started',
    });
    expect(haveEnded()).toEqual([true]);
  });
});
