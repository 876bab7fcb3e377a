import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedDataset } from '../../src/dataset/import/imported-dataset';
import { applyImport } from '../../src/dataset/merge/apply-import';
import { planImport } from '../../src/dataset/merge/plan-import';
import { factsBy, type TableFacts, tableFacts } from '../../src/sketchfab/model-facts';
import { startCrawl } from '../../src/store/control-crawl';
import type { LikesOutDatabase } from '../../src/store/database';
import { importStore } from '../../src/store/import-store';
import { readState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { modelUid, sighting } from '../crawl/small-world';
import { projectFingerprint, smallKey } from '../dataset/merge/small-dataset';
import { freshDatabase } from './fresh-database';
import { expectTrueCounters } from './true-counters';

const key = { ...smallKey, isProvenBy: () => true };
const models = [1, 2, 3, 4];
const zips = [0, 1, 2];

type Facts = Partial<Pick<TableFacts, 'name' | 'tags' | 'likeCount' | 'noAi'>>;
type Zip = {
  readonly models: readonly { readonly model: number; readonly facts: Facts; readonly at: number | null }[];
};
type Act =
  | { readonly kind: 'sight'; readonly model: number; readonly facts: Facts }
  | { readonly kind: 'import' | 'remove'; readonly zip: number };

const facts = fc.record<Facts>({
  name: fc.constantFrom(null, 'Dragon', 'Tea pot'),
  tags: fc.constantFrom(null, [], [{ name: 'fire', slug: null }]),
  likeCount: fc.option(fc.nat(3), { nil: null }),
  noAi: fc.option(fc.boolean(), { nil: null }),
});
const model = fc.constantFrom(...models);
const zip: fc.Arbitrary<Zip> = fc.record({
  models: fc.uniqueArray(fc.record({ model, facts, at: fc.option(fc.nat(5)) }), {
    selector: (entry) => entry.model,
  }),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant('sight' as const), model, facts }),
  fc.record({
    kind: fc.constantFrom('import' as const, 'import' as const, 'remove' as const),
    zip: fc.constantFrom(...zips),
  }),
);

function datasetOf({ models: listed }: Zip, nth: number): ImportedDataset {
  const sorted = listed.toSorted((a, b) => a.model - b.model);
  return {
    ...{ kind: 'part', importId: `zip ${nth}`, keyFingerprint: projectFingerprint, toolVersion: '1' },
    keyProof: { digest: new Uint8Array(), proof: '' },
    exportedAt: 10,
    models: sorted.map(({ model: place, facts: said, at }) => ({
      ...{ uid: modelUid(place), ...factsBy(tableFacts, () => null), ...said },
      ...{ state: 'complete', complete: true, sweptAt: at, observedAt: at },
    })),
    pseudonyms: [String(nth).repeat(32)],
    starts: Uint32Array.from([...sorted.keys(), sorted.length]),
    users: new Uint32Array(sorted.length),
    seenAt: Float64Array.from(sorted, ({ at }) => at ?? 10),
  };
}

async function carryOut(db: LikesOutDatabase, acts: readonly Act[], contents: readonly Zip[]): Promise<void> {
  for (const [time, step] of acts.entries()) {
    const store = importStore(db, () => time);
    if (step.kind === 'sight') {
      const seen = sighting(step.model, { name: null, tags: null, categories: null, ...step.facts });
      await recordSightings(db, [seen], time);
    } else if (step.kind === 'remove') await store.remove(`zip ${step.zip}`);
    else {
      const imported = datasetOf(contents[step.zip]!, step.zip);
      const plan = await planImport({ imported, store, key });
      await applyImport(imported, plan, store, { takesBack: false });
    }
  }
}

/** Everything that does not depend on how many imports there were before, and in which place of the order a model came. */
async function contentOf(db: LikesOutDatabase) {
  const imports = new Map((await db.imports.toArray()).map((head) => [head.staging, head.importId]));
  const rows = (await db.models.toArray()).map(({ order: _, sources, capturedAt, ...row }) => ({
    ...row,
    // That of a model which was never captured is the time of the first import that brought it.
    capturedAt: sources?.isCaptured === false ? null : capturedAt,
    sources: sources && {
      ...sources,
      imports: sources.imports.map(({ staging, ...said }) => ({ ...said, from: imports.get(staging) })),
    },
  }));
  const likes = (await db.importedLikes.toArray()).map(({ staging: _, ...row }) => row);
  const place = ({ importId, modelUid: uid }: (typeof likes)[number]) => `${importId} ${uid}`;
  likes.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return { rows, likes, imports: [...imports.values()].sort(), counters: await readState(db, 'counters') };
}

describe('removing an import', () => {
  it('leaves everything as if it had never been imported', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 14, size: 'max' }),
        fc.tuple(zip, zip, zip),
        async (acts, contents) => {
          const removed = acts.flatMap((step) => (step.kind === 'remove' ? [step.zip] : []));
          // Each zip that is removed at some time is removed for good.
          const whole = [
            ...acts,
            ...[...new Set(removed)].map((nth) => ({ kind: 'remove', zip: nth }) as const),
          ];
          const without = acts.filter((step) => step.kind === 'sight' || !removed.includes(step.zip));
          // The same times, so that what was seen has the same.
          const inPlace = acts.map((step) =>
            without.includes(step) ? step : ({ kind: 'remove', zip: 9 } as const),
          );
          const [one, other] = [freshDatabase(), freshDatabase()];
          await carryOut(one, whole, contents);
          await carryOut(other, inPlace, contents);
          expect(await contentOf(one)).toEqual(await contentOf(other));
          await expectTrueCounters(one);
          const orders = (await one.models.orderBy('order').toArray()).map(({ order }) => order);
          expect(orders).toEqual([...orders.keys()]);
          await Promise.all([one.delete(), other.delete()]);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes the requests for its models out of the queue, and keeps what was read meanwhile', async () => {
    const db = freshDatabase();
    const contents = [{ models: [1, 2].map((place) => ({ model: place, facts: {}, at: null })) }];
    await carryOut(
      db,
      [
        { kind: 'sight', model: 3, facts: {} },
        { kind: 'import', zip: 0 },
      ],
      contents,
    );
    await startCrawl(db, 'all', 1);
    expect(await db.requests.count()).toBe(6);
    // The list of one of them was begun.
    const begun = (await db.models.get(modelUid(2)))!;
    await db.models.put({ ...begun, lastSweep: 0 });
    await importStore(db).remove('zip 0');
    expect((await db.models.toArray()).map(({ uid }) => uid)).toEqual([modelUid(2), modelUid(3)]);
    expect((await db.requests.toArray()).map(({ uniqueKey }) => uniqueKey).sort()).toEqual(
      [2, 3].flatMap((place) => [`likes:${modelUid(place)}`, `model:${modelUid(place)}`]).sort(),
    );
    await expectTrueCounters(db);
  });

  it('of an unknown import changes nothing', async () => {
    const db = freshDatabase();
    await carryOut(db, [{ kind: 'sight', model: 1, facts: {} }], []);
    const before = await contentOf(db);
    await importStore(db).remove('zip 0');
    expect(await contentOf(db)).toEqual(before);
  });
});
