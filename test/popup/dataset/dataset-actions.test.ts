import { Blob } from 'node:buffer';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseKeyFile, writeKeyFile } from '../../../src/dataset/pseudonyms/key-file';
import { keyId } from '../../../src/dataset/pseudonyms/pseudonym-key';
import { createAttempt, createPageState } from '../../../src/popup/page-state';
import { LikesOutDatabase } from '../../../src/store/database';
import { readProjectKey } from '../../../src/store/project-key';
import type { ExportRequest } from '../../../src/workers/export/export-dataset';
import { countersOf, firstDay, overviewOf } from '../snapshot-of';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('../fake-browser')).createFakeBrowser(),
}));
const { createDatasetActions } = await import('../../../src/popup/dataset/dataset-actions');
const { createOptionsStore } = await import('../../../src/popup/dataset/options-store');
const { datasetRequest } = await import('../../../src/popup/dataset/export-request');
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
  const ordered: ExportRequest[] = [];
  const read = vi.fn();
  const ratePassphrase = vi.fn();
  const actions = createDatasetActions({
    state,
    db,
    optionsStore: createOptionsStore(state, db, (act) => act()),
    attempt: createAttempt(state),
    saveFile: (file, name) => offered.push({ file, name }),
    datasetExport: {
      start: async (exportOptions) => {
        if (typeof exportOptions === 'function') ordered.push(await exportOptions());
      },
    },
    datasetImport: { read, applyImport: vi.fn(), cancelImport: vi.fn() },
    ratePassphrase,
  });
  watchProjectKey(state, db);
  return { state, actions, offered, ordered, read, ratePassphrase };
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
  it('is created once, shown by its fingerprint, and saved as a file', async () => {
    const { state, actions, offered } = rig;
    actions.changeExportOptions({ userIds: 'project' });
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
    expect(state.read().exportOptions?.savedKeyId).toBe(keyId(kept.key));
    const again = await datasetRequest(db, state.read());
    expect(again.key).toEqual({ mode: 'project', text: kept.key, projectId: kept.projectId });
  });

  it('is created by the first download, and is the same in the second', async () => {
    const { state, actions } = rig;
    actions.changeExportOptions({ userIds: 'project' });
    const requests = await Promise.all([datasetRequest(db, state.read()), datasetRequest(db, state.read())]);
    expect(requests[0].key).toEqual(requests[1].key);
    expect(requests[0].key).toMatchObject({ mode: 'project', text: (await readProjectKey(db))!.key });
  });

  it('is read from a file with its hash algorithm, and is called weak if it is', async () => {
    const { state, actions } = rig;
    actions.useKeyFile(fileOf('secret key'));
    await vi.waitFor(() => expect(state.read().projectKey?.isWeak).toBe(true));
    expect(state.read().exportOptions).toMatchObject({ userIds: 'project', savedKeyId: keyId('secret key') });
    const { key, options } = await datasetRequest(db, state.read());
    expect(key).toMatchObject({ text: 'secret key' });
    expect(options?.hash).toBe('hmac-md5');
  });

  it.each([true, false])('replaces another only if the user accepts it: %s', async (isTaken) => {
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

  it('is not read from another file, and the page says why', async () => {
    const { state, actions } = rig;
    actions.useKeyFile(new Blob(['beach']) as globalThis.Blob);
    await vi.waitFor(() =>
      expect(state.read().errors.join()).toContain('This is not a key file: it is not JSON.'),
    );
  });
});

describe('a passphrase', () => {
  it('gets a permanent project id, and gives the same key again', async () => {
    const { state, actions } = rig;
    actions.changeExportOptions({ userIds: 'passphrase' });
    const { projectId } = state.read().exportOptions!;
    expect(projectId).toMatch(/^[0-9a-f]{32}$/);
    actions.changeExportOptions({ userIds: 'one-time' });
    actions.changeExportOptions({ userIds: 'passphrase' });
    expect(state.read().exportOptions!.projectId).toBe(projectId);
    actions.suggestPassphrase();
    expect(state.read().passphrase.split(' ')).toHaveLength(8);
    const [one, other] = [await datasetRequest(db, state.read()), await datasetRequest(db, state.read())];
    expect(one.key).toMatchObject({ mode: 'passphrase', projectId, passphrase: state.read().passphrase });
    expect(one.key).toEqual(other.key);
  });
});

describe('a part', () => {
  it('has its own contributor, shard and run', async () => {
    const { state, actions, ordered } = rig;
    actions.exportPart();
    expect(ordered).toEqual([]);
    state.change({ settings: { ...state.read().settings, shardIndex: 2, shardCount: 3 } });
    actions.changeExportOptions({ userIds: 'project', contributor: 'Lab Drei' });
    actions.exportPart();
    await vi.waitFor(() => expect(ordered).toHaveLength(1));
    expect(ordered[0]!.part).toEqual({
      contributor: 'lab-drei',
      run: expect.stringMatching(/^[0-9a-f]{8}$/) as string,
      shard: { i: 1, n: 3 },
    });
  });
});

describe('an import', () => {
  it('is compared with the existing key, and creates none', async () => {
    const { state, actions, read } = rig;
    const zip = Object.assign(new Blob(['zip']), { name: 'a.zip' }) as unknown as File;
    actions.readImport(zip);
    await vi.waitFor(() =>
      expect(read).toHaveBeenLastCalledWith('a.zip', { zip, key: null, algorithm: 'hmac-sha256' }),
    );
    expect(await readProjectKey(db)).toBeNull();
    actions.useKeyFile(fileOf('secret key'));
    await vi.waitFor(() => expect(state.read().projectKey).not.toBeNull());
    actions.changeExportOptions({ userIds: 'one-time' });
    actions.readImport(zip);
    const key = { mode: 'project', text: 'secret key', projectId: 'old' };
    await vi.waitFor(() =>
      expect(read).toHaveBeenLastCalledWith('a.zip', { zip, key, algorithm: 'hmac-md5' }),
    );
  });

  it('is removed only after an export that is under way, which numbered its models', async () => {
    const { runtime } = (await import('webextension-polyfill')).default;
    const sendMessage = vi.spyOn(runtime, 'sendMessage').mockResolvedValue({ ok: true });
    let endExport = () => {};
    const exporting = new Promise<void>((resolve) => (endExport = resolve));
    const request = vi.fn((_name: string, run: () => Promise<unknown>) => exporting.then(run));
    vi.stubGlobal('navigator', { locks: { request } });
    rig.actions.removeImport('1'.repeat(32));
    await Promise.resolve();
    expect(sendMessage).not.toHaveBeenCalled();
    expect(request).toHaveBeenCalledExactlyOnceWith('dataset-export', expect.any(Function));
    endExport();
    await vi.waitFor(() =>
      expect(sendMessage).toHaveBeenCalledExactlyOnceWith({
        name: 'removeImport',
        payload: '1'.repeat(32),
      }),
    );
    vi.unstubAllGlobals();
  });

  it('is rated when it was typed or suggested, and not when it was removed', () => {
    const { state, actions, ratePassphrase } = rig;
    actions.typePassphrase('hunter2');
    actions.typePassphrase(' ');
    actions.suggestPassphrase();
    expect(ratePassphrase.mock.calls).toEqual([['hunter2'], [state.read().passphrase]]);
  });
});
