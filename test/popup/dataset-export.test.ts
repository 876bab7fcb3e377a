import { beforeEach, describe, expect, it, vi } from 'vitest';
import JSZip from 'jszip';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import { createDatasetExport } from '../../src/popup/dataset-export';
import type { ExportState } from '../../src/popup/snapshot';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';

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
      },
    ]),
  readLikes: () => Promise.resolve([{ modelUid, userUids: [userUid] }]),
};

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

function anExport(from: DatasetSource = source) {
  const offered: { file: Blob; name: string }[] = [];
  const told: ExportState[] = [];
  const datasetExport = createDatasetExport({
    source: from,
    toolVersion: '0.1.0',
    offer: (file, name) => offered.push({ file, name }),
    onState: (state) => told.push(state),
  });
  return { datasetExport, offered, told };
}

beforeEach(() => {
  isHeld = false;
  vi.stubGlobal('navigator', { locks });
});

describe('an export', () => {
  it('offers one zip and says what is in it', async () => {
    const { datasetExport, offered, told } = anExport();
    await datasetExport.start();
    expect(offered.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^sketchfab-likes-\d{4}-\d\d-\d\d\.zip$/),
    ]);
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files).length).toBeGreaterThan(0);
    expect(told.at(0)).toEqual({ phase: 'running', share: 0 });
    expect(told.at(-1)).toEqual({
      phase: 'done',
      fileName: offered[0]!.name,
      models: 1,
      completeModels: 1,
      likes: 1,
      users: 1,
    });
  });

  it('is one, however often the button is pressed', async () => {
    const { datasetExport, offered, told } = anExport();
    await Promise.all([datasetExport.start(), datasetExport.start(), datasetExport.start()]);
    expect(offered).toHaveLength(1);
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
    const { datasetExport, offered, told } = anExport(cancelled);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({ phase: 'cancelled' });
    await datasetExport.start();
    expect(offered).toHaveLength(1);
  });

  it('says what the database said when it fails, and offers no half file', async () => {
    const broken = { ...source, readLikes: () => Promise.reject(new Error('connection lost')) };
    const { datasetExport, offered, told } = anExport(broken);
    await datasetExport.start();
    expect(offered).toHaveLength(0);
    expect(told.at(-1)).toEqual({ phase: 'failed', reason: 'connection lost' });
  });
});
