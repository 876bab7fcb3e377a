import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringsOf } from '../../src/dataset/columns/string-list';
import { toUint32Array } from '../../src/dataset/columns/uint32-list';
import type { CrawledModel, DatasetSource } from '../../src/dataset/dataset-source';
import { createProgress } from '../../src/dataset/progress';
import {
  continueSnapshot,
  readSnapshot,
  snapshotSteps,
  type BatchLimits,
} from '../../src/dataset/read-snapshot';
import { modelAt, packedFacts } from '../../src/dataset/snapshot/packed-models';
import { type Snapshot } from '../../src/dataset/snapshot/snapshot';
import { matrixOf } from '../../src/dataset/likes/like-matrix';
import { type DatasetFact, datasetFacts, modelFacts, type ModelFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import type { UserUid } from '../../src/sketchfab/user-uid';
import { buffersOf } from '../../src/workers/call-worker';

const repeatsIn = ({ likes }: Snapshot) => [...toUint32Array(likes.repeats)];
type PackedFactKind = (typeof modelFacts)[DatasetFact]['kind'];

const text = fc.string({ unit: 'grapheme' }).map((some) => some.replaceAll('\0', ''));
const label = fc.record({ name: text, slug: fc.option(text) });
const users = fc.array(fc.constantFrom('u1', 'u2', 'u3', 'U1', '16271'), { maxLength: 8 });

const date = fc
  .integer({ min: Date.UTC(2011), max: Date.UTC(2099, 11, 31) })
  .map((moment) => new Date(moment).toISOString().slice(0, 10));

const valuesOf: Readonly<Record<PackedFactKind, fc.Arbitrary<unknown>>> = {
  text,
  count: fc.nat(),
  flag: fc.boolean(),
  date,
  datedCount: fc.record({ count: fc.nat(), seenOn: fc.option(date) }),
  labels: fc.array(label, { maxLength: 4 }),
  address: fc.constantFrom('https://x/m1/a.jpeg', 'https://x/m0/m0', 'm0', 'none', ''),
};
const known = Object.fromEntries(
  datasetFacts.map((name) => [name, fc.option(valuesOf[modelFacts[name].kind])]),
) as { readonly [Name in DatasetFact]: fc.Arbitrary<ModelFacts[Name]> };

const facts = fc.record({
  ...known,
  name: text,
  isPublic: fc.boolean(),
  state: fc.constantFrom('new', 'complete', 'partial'),
  complete: fc.boolean(),
  cause: fc.option(text),
  wasWhole: fc.boolean(),
  userUids: users as fc.Arbitrary<UserUid[]>,
  otherUserUids: users as fc.Arbitrary<UserUid[]>,
  readBetween: fc.option(fc.constant([1_000, 2_000] as const)),
});

function sourceOf(models: readonly CrawledModel[], names: readonly string[]): DatasetSource {
  const byUid = new Map(models.map((model) => [model.uid, model]));
  const allUsers = names.map((username, index) => ({ uid: `p${index}` as UserUid, username }));
  return {
    readModelUids: () => Promise.resolve([...byUid.keys()].sort()),
    readModels: (uids) => Promise.resolve(uids.map((uid) => byUid.get(uid)!)),
    readUsers: (after) =>
      Promise.resolve(allUsers.slice(allUsers.findIndex(({ uid }) => uid === after) + 1).slice(0, 2)),
    countRequests: () => Promise.resolve(7),
  };
}

const requestFor = (source: DatasetSource, limits?: BatchLimits) => ({
  source,
  usernamesToFind: new Set(['ada']),
  reportStep: createProgress(snapshotSteps),
  ...(limits && { limits }),
});

function factsAt({ models }: Snapshot, index: number) {
  const model = modelAt(models, index);
  return { uid: model.uid, ...Object.fromEntries(packedFacts.map((name) => [name, model[name]])) };
}

/** As it is passed from worker to worker. */
const transferred = (snapshot: Snapshot) => structuredClone(snapshot, { transfer: buffersOf(snapshot) });

describe('a snapshot', () => {
  const worlds = fc.tuple(fc.array(facts, { maxLength: 7 }), fc.array(fc.constantFrom('Ada', 'Bob')));

  it('unpacks each model as the store gave it', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async ([rows, names]) => {
        const models = rows.map((row, index): CrawledModel => ({ uid: `m${index}` as ModelUid, ...row }));
        const snapshot = await readSnapshot(requestFor(sourceOf(models, names)));
        const others = models.flatMap(({ otherUserUids }) => otherUserUids);
        expect([...stringsOf(snapshot.users.otherUserUids)]).toEqual([...new Set(others)]);
        for (const [index, { userUids: _, otherUserUids: _o, readBetween, ...model }] of models.entries()) {
          expect(factsAt(snapshot, index)).toEqual(model);
          expect(snapshot.likes.readFrom[index]).toBe(readBetween?.[0] ?? Number.NaN);
        }
        expect([...stringsOf(snapshot.users.usernames)]).toEqual(names);
        expect(snapshot.users.found.map(([, name]) => name)).toEqual(names.filter((name) => name === 'Ada'));
        expect(snapshot.requests).toBe(7);
      }),
    );
  });

  it('is the same if read in batches, by one worker after the other', async () => {
    const batchLimits = fc.record({
      models: fc.integer({ min: 1, max: 3 }),
      likes: fc.integer({ min: 1, max: 9 }),
      users: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(worlds, batchLimits, async ([rows, names], limits) => {
        const models = rows.map((row, index): CrawledModel => ({ uid: `m${index}` as ModelUid, ...row }));
        const whole = await readSnapshot(requestFor(sourceOf(models, names)));
        let batched = transferred(await continueSnapshot(requestFor(sourceOf(models, names), limits), null));
        let workers = 1;
        for (; !batched.isComplete; workers += 1) {
          batched = transferred(await continueSnapshot(requestFor(sourceOf(models, names), limits), batched));
        }
        expect(workers).toBeGreaterThanOrEqual(Math.ceil(models.length / limits.models));
        const [one, other] = [matrixOf(whole), matrixOf(batched)];
        expect([...other.users]).toEqual([...one.users]);
        expect([...other.starts]).toEqual([...one.starts]);
        expect([...stringsOf(other.userUids)]).toEqual([...stringsOf(one.userUids)]);
        expect(repeatsIn(batched)).toEqual(repeatsIn(whole));
        for (const index of models.keys()) {
          expect(factsAt(batched, index)).toEqual(factsAt(whole, index));
        }
        expect([...stringsOf(batched.users.usernames)]).toEqual([...stringsOf(whole.users.usernames)]);
        expect(batched.users.found).toEqual(whole.users.found);
      }),
    );
  });
});
