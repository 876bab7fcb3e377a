import { Blob } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseKeyFile, writeKeyFile } from '../../../src/dataset/pseudonyms/key-file';
import { keyId } from '../../../src/dataset/pseudonyms/pseudonym-key';
import { createAttempt, createPageState } from '../../../src/popup/page-state';
import { LikesOutDatabase } from '../../../src/store/database';
import { readProjectKey } from '../../../src/store/project-key';
import type { ExportWish } from '../../../src/workers/export/export-dataset';
import { countersOf, firstDay, overviewOf } from '../snapshot-of';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../fake-browser')).createFakeBrowser(),
}));
const { createDatasetActions } = await import('../../../src/popup/dataset/dataset-actions');
const { createWishKeeper } = await import('../../../src/popup/dataset/options-store');
const { datasetWish } = await import('../../../src/popup/dataset/export-request');
const { watchProjectKey } = await import('../../../src/popup/dataset/keys/watch-project-key');

let db: LikesOutDatabase;
let rig: ReturnType<typeof aPage>;

function aPage() {
  const state = createPageState({
    ...firstDay,
    view: 'tab',
    overview: overviewOf(countersOf({ complete: 1 })),
  });
  const offered: { file: globalThis.Blob; name: string }[] = [];
  const ordered: ExportWish[] = [];
  const read = vi.fn();
  const actions = createDatasetActions({
    state,
    db,
    wishes: createWishKeeper(state),
    attempt: createAttempt(state),
    offer: (file, name) => offered.push({ file, name }),
    datasetExport: {
      start: async (wish) => {
        if (typeof wish === 'function') ordered.push(await wish());
      },
    },
    datasetImport: { read, takeIn: vi.fn(), leave: vi.fn() },
  });
  watchProjectKey(state, db);
  return { state, actions, offered, ordered, read };
}

const fileOf = (key: string) =>
  new Blob([
    writeKeyFile({ key, projectId: 'old', created: '2016-01-02T03:04:05Z', algorithm: 'hmac-md5' }),
  ]) as globalThis.Blob;

beforeEach(() => {
  db = new LikesOutDatabase(`dataset-actions-${Math.random()}`);
  rig = aPage();
});
afterEach(() => db.delete());

describe('the project key', () => {
  it('is made once, shown by its fingerprint, and saved as a file', async () => {
    const { state, actions, offered } = rig;
    actions.changeWish({ userIds: 'project' });
    expect(await readProjectKey(db)).toBeNull();
    actions.createKey();
    await vi.waitFor(() => expect(state.read().projectKey).not.toBeNull());
    const kept = (await readProjectKey(db))!;
    expect(state.read().projectKey).toEqual({
      keyId: keyId(kept.key),
      projectId: kept.projectId,
      algorithm: 'hmac-sha256',
      isWeak: false,
    });
    expect(JSON.stringify(state.read())).not.toContain(kept.key);
    actions.saveKeyFile();
    await vi.waitFor(() => expect(offered).toHaveLength(1));
    expect(offered[0]!.name).toBe(`likes-out-key-${keyId(kept.key)}.json`);
    expect(parseKeyFile(await offered[0]!.file.text())).toMatchObject({ key: kept.key });
    expect(state.read().wish?.savedKeyId).toBe(keyId(kept.key));
    const again = await datasetWish(db, state.read());
    expect(again.key).toEqual({ mode: 'project', text: kept.key, projectId: kept.projectId });
  });

  it('is made by the first download, and is the same in the second', async () => {
    const { state, actions } = rig;
    actions.changeWish({ userIds: 'project' });
    const wishes = await Promise.all([datasetWish(db, state.read()), datasetWish(db, state.read())]);
    expect(wishes[0].key).toEqual(wishes[1].key);
    expect(wishes[0].key).toMatchObject({ mode: 'project', text: (await readProjectKey(db))!.key });
  });

  it('comes with a file, brings its method, and is called weak when it is', async () => {
    const { state, actions } = rig;
    actions.useKeyFile(fileOf('secret key'));
    await vi.waitFor(() => expect(state.read().projectKey?.isWeak).toBe(true));
    expect(state.read().wish).toMatchObject({ userIds: 'project', savedKeyId: keyId('secret key') });
    const { key, choices } = await datasetWish(db, state.read());
    expect(key).toMatchObject({ text: 'secret key' });
    expect(choices?.hash).toBe('hmac-md5');
  });

  it.each([true, false])('takes the place of another only when a person says so: %s', async (isTaken) => {
    const { state, actions } = rig;
    actions.createKey();
    await vi.waitFor(() => expect(state.read().projectKey).not.toBeNull());
    const before = (await readProjectKey(db))!.key;
    actions.useKeyFile(fileOf('secret key'));
    await vi.waitFor(() => expect(state.read().offeredKey?.keyId).toBe(keyId('secret key')));
    expect((await readProjectKey(db))!.key).toBe(before);
    actions.answerKeyOffer(isTaken);
    expect(state.read().offeredKey).toBeNull();
    const after = isTaken ? 'secret key' : before;
    await vi.waitFor(() => expect(state.read().projectKey?.keyId).toBe(keyId(after)));
    expect((await readProjectKey(db))!.key).toBe(after);
  });

  it('is not taken from a file that is none, and the page says why', async () => {
    const { state, actions } = rig;
    actions.useKeyFile(new Blob(['beach']) as globalThis.Blob);
    await vi.waitFor(() =>
      expect(state.read().troubles.join()).toContain('This is no key file: it is not JSON.'),
    );
  });
});

describe('a passphrase', () => {
  it('comes with a project id that stays, and gives the same key again', async () => {
    const { state, actions } = rig;
    actions.changeWish({ userIds: 'passphrase' });
    const { projectId } = state.read().wish!;
    expect(projectId).toMatch(/^[0-9a-f]{32}$/);
    actions.changeWish({ userIds: 'one-time' });
    actions.changeWish({ userIds: 'passphrase' });
    expect(state.read().wish!.projectId).toBe(projectId);
    actions.suggestPassphrase();
    expect(state.read().passphrase.split(' ')).toHaveLength(8);
    const [one, other] = [await datasetWish(db, state.read()), await datasetWish(db, state.read())];
    expect(one.key).toMatchObject({ mode: 'passphrase', projectId, passphrase: state.read().passphrase });
    expect(one.key).toEqual(other.key);
  });
});

describe('a part', () => {
  it('tells whose it is and of which shard, under a run of its own', async () => {
    const { state, actions, ordered } = rig;
    actions.exportPart();
    expect(ordered).toEqual([]);
    state.change({ settings: { ...state.read().settings, shardIndex: 2, shardCount: 3 } });
    actions.changeWish({ userIds: 'project', contributor: 'Lab Drei' });
    actions.exportPart();
    await vi.waitFor(() => expect(ordered).toHaveLength(1));
    expect(ordered[0]!.part).toEqual({
      contributor: 'lab-drei',
      run: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      shard: { i: 1, n: 3 },
    });
  });
});

describe('a zip to take in', () => {
  it('is compared with the key that is kept, and makes none', async () => {
    const { state, actions, read } = rig;
    const zip = Object.assign(new Blob(['zip']), { name: 'a.zip' }) as unknown as File;
    actions.readImport(zip);
    await vi.waitFor(() =>
      expect(read).toHaveBeenLastCalledWith('a.zip', { zip, key: null, algorithm: 'hmac-sha256' }),
    );
    expect(await readProjectKey(db)).toBeNull();
    actions.useKeyFile(fileOf('secret key'));
    await vi.waitFor(() => expect(state.read().projectKey).not.toBeNull());
    actions.changeWish({ userIds: 'one-time' });
    actions.readImport(zip);
    const key = { mode: 'project', text: 'secret key', projectId: 'old' };
    await vi.waitFor(() =>
      expect(read).toHaveBeenLastCalledWith('a.zip', { zip, key, algorithm: 'hmac-md5' }),
    );
  });
});
