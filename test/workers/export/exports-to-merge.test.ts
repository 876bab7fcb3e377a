import JSZip from 'jszip';
import { beforeEach, describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';
import { keyId } from '../../../src/dataset/pseudonyms/pseudonym-key';
import { modelUid, userUid } from '../one-like-source';
import { anExport, around, calmBrowser } from './export-rig';

beforeEach(calmBrowser);

describe('an export with imports, or for merging', () => {
  it('merges likes that were imported with its key, and counts the imports with another key', async () => {
    const head = (keyText: string) => ({
      importId: keyText,
      keyFingerprint: {
        keyMode: 'project',
        algorithm: 'hmac-sha256',
        keyId: keyId(keyText),
        projectId: 'p'.repeat(32),
      },
      exportedAt: 2,
      kind: 'part' as const,
      hasLikes: true,
    });
    const row = (keyText: string, user: string) => ({
      importId: keyText,
      modelUid,
      pseudonyms: [keyedHash(keyText)(user)],
      seenAt: [1],
      sweptAt: null,
      state: 'complete',
      complete: true,
      overrules: null,
    });
    const [ours, theirs] = ['k'.repeat(64), 'x'.repeat(64)];
    around.imports = {
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

  it('leaves excluded users out of imported likes too', async () => {
    const ours = 'k'.repeat(64);
    const asked = 'ef'.repeat(16);
    const keyFingerprint = {
      ...{ keyMode: 'project', algorithm: 'hmac-sha256', keyId: keyId(ours), projectId: 'p'.repeat(32) },
    };
    const importId = 'one';
    const told = { seenAt: [1], sweptAt: null, state: 'complete', complete: true, overrules: null };
    around.imports = {
      readImports: () =>
        Promise.resolve([{ importId, keyFingerprint, exportedAt: 2, kind: 'part', hasLikes: true }]),
      readImportedLikes: () =>
        Promise.resolve([[{ ...told, importId, modelUid, pseudonyms: [keyedHash(ours)(asked)] }]]),
    };
    const { datasetExport, offered } = anExport();
    const excluded = { ...defaultDatasetOptions.excluded, userUids: [asked] };
    await datasetExport.start({
      key: { mode: 'project', text: ours, projectId: 'p'.repeat(32) },
      options: { ...defaultDatasetOptions, excluded },
    });
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    const likes = await zip.file('data/model_likes_anon.psv')!.async('string');
    expect(likes).toContain(keyedHash(ours)(userUid));
    expect(likes).not.toContain(keyedHash(ours)(asked));
  });

  it('writes the part of a machine, named after its run, and none with a one-time key', async () => {
    const { datasetExport, offered, told } = anExport();
    const part = { contributor: 'lab', run: '0a1b2c3d', shard: null };
    const key = { mode: 'project', text: 'k'.repeat(64), projectId: 'p'.repeat(32) } as const;
    await datasetExport.start({ key, part });
    expect(told).toContainEqual(expect.objectContaining({ phase: 'running', step: 'writePart' }));
    expect(told.at(-1)).toMatchObject({ phase: 'part-done', models: 1, likes: 1, users: 1 });
    expect(offered[0]!.name).toMatch(/^sketchfab-likes-part-\d{4}-\d\d-\d\d-0a1b2c3d\.zip$/);
    const zip = await JSZip.loadAsync(await offered[0]!.file.arrayBuffer());
    expect(Object.keys(zip.files)).toContain('parts/manifest-0a1b2c3d.json');
    await datasetExport.start({ part });
    expect(offered).toHaveLength(1);
    expect(told.at(-1)).toMatchObject({ phase: 'failed' });
  });
});
