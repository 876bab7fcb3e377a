import { describe, expect, it } from 'vitest';
import type { ImportedDataset, ImportedModel } from '../../../src/dataset/import/imported-dataset';
import { believeTimes } from '../../../src/dataset/merge/believe-times';
import { factsBy, tableFacts } from '../../../src/sketchfab/model-facts';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { modelA, modelB, projectFingerprint, user1, user2 } from './small-dataset';

const hour = 3_600_000;
const exportedAt = Date.parse('2026-01-02T12:00:00Z');
const now = exportedAt + 24 * hour;

const model = (uid: string, sweptAt: number | null, observedAt: number | null): ImportedModel => ({
  ...{ uid: uid as ModelUid, ...factsBy(tableFacts, () => null), state: 'complete', complete: true },
  ...{ sweptAt, observedAt },
});
/** A part with one like of each model. */
const part = (models: readonly ImportedModel[], seenAt: readonly number[]): ImportedDataset => ({
  ...{ kind: 'part', importId: 'a part', keyFingerprint: projectFingerprint, toolVersion: '1', exportedAt },
  ...{ models, pseudonyms: [user1, user2], keyProof: null, seenAt: Float64Array.from(seenAt) },
  ...{ starts: Uint32Array.of(0, 1, 2), users: Uint32Array.of(0, 1) },
});
const [from, to] = [exportedAt - 2 * hour, exportedAt - hour];
const right = model(modelA, from, to);

describe('the times of a zip', () => {
  it('are believed if they lie before its export, and the export before now', () => {
    const zip = part([right, model(modelB, from, to)], [to, to]);
    expect(believeTimes(zip, now)).toEqual({ imported: zip, doubted: { isFromFuture: false, lists: 0 } });
  });

  it('cannot be later than now, though within what is tolerated', () => {
    const zip = part([right, model(modelB, from, exportedAt + hour)], [to, exportedAt + hour]);
    const { imported, doubted } = believeTimes(zip, exportedAt + 1);
    expect(doubted.lists).toBe(0);
    expect(imported.models[1]).toMatchObject({ complete: true, sweptAt: from, observedAt: exportedAt + 1 });
    expect([...imported.seenAt!]).toEqual([to, exportedAt + 1]);
  });

  it('may be a little later than its export, as a crawl goes on meanwhile', () => {
    const zip = part([right, model(modelB, exportedAt, exportedAt + hour)], [to, exportedAt + 3 * hour]);
    expect(believeTimes(zip, now).doubted.lists).toBe(0);
  });

  it.each([
    ['that ended long after its export', model(modelB, from, exportedAt + 3 * hour + 1), to],
    ['that began in 2200', model(modelB, Date.parse('2200-01-01'), Date.parse('2200-01-02')), to],
    ['that ended before it began', model(modelB, to, from), to],
    ['that never ended', model(modelB, from, null), to],
    ['with a like of 2200', model(modelB, from, to), Date.parse('2200-01-01')],
    ['with a like from before it began', model(modelB, from, to), from - 1],
  ])('are not believed for a list %s', (_what, doubted, seenAt) => {
    const { imported, doubted: counted } = believeTimes(part([right, doubted], [to, seenAt]), now);
    expect(counted).toEqual({ isFromFuture: false, lists: 1 });
    expect(imported.models[0]).toEqual(right);
    expect(imported.models[1]).toMatchObject({ state: 'partial', complete: false, sweptAt: null });
    // The latest possible time, so that the like is not taken for a withdrawn one.
    expect([...imported.seenAt!]).toEqual([to, exportedAt + 3 * hour]);
  });

  it('are not believed at all if the zip was made after now', () => {
    const zip = part([right, model(modelB, from, to)], [to, to]);
    const early = exportedAt - 3 * hour;
    const { imported, doubted } = believeTimes(zip, early);
    expect(doubted).toEqual({ isFromFuture: true, lists: 0 });
    expect(imported.exportedAt).toBe(early);
    expect(imported.models.map(({ sweptAt, complete }) => [sweptAt, complete])).toEqual([
      [null, true],
      [null, true],
    ]);
    expect([...imported.seenAt!]).toEqual([early, early]);
  });

  it('cannot be later than now for a dataset either, which has none but that of its export', () => {
    const dataset: ImportedDataset = { ...part([model(modelA, null, null)], []), seenAt: null };
    expect(believeTimes(dataset, exportedAt - 1).imported).toMatchObject({
      exportedAt: exportedAt - 1,
      seenAt: null,
    });
  });

  it('leave the zip as it was read', () => {
    const zip = part([right, model(modelB, to, from)], [to, to]);
    const copy = structuredClone(zip);
    believeTimes(zip, now);
    expect(zip).toEqual(copy);
  });
});
