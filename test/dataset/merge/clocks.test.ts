import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedDataset } from '../../../src/dataset/import/imported-dataset';
import { applyImport } from '../../../src/dataset/merge/apply-import';
import { believeTimes } from '../../../src/dataset/merge/believe-times';
import { mergeLikes, ownLikes } from '../../../src/dataset/merge/merge-likes';
import { planImport } from '../../../src/dataset/merge/plan-import';
import { factsBy, tableFacts } from '../../../src/sketchfab/model-facts';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { type MadeUpLikes, memoryImportStore } from './memory-import-store';
import { modelA, projectFingerprint, smallKey as key } from './small-dataset';

const uid = modelA as ModelUid;
const minute = 60_000;
const startOfWorld = Date.parse('2026-01-01T00:00:00Z');
/** Machine 0 is this one: it imports what the others export. */
type Machine = 0 | 1 | 2;
type Event =
  | { readonly kind: 'like'; readonly user: string }
  | {
      readonly kind: 'read';
      readonly by: Machine;
      readonly complete: boolean;
      readonly sees: readonly string[];
    }
  | { readonly kind: 'export' | 'import'; readonly by: 1 | 2 };
type Step = { readonly event: Event; readonly ownSkew: number };

/** What a machine knows of the one model: a list as the store keeps it, with times of its own clock. */
type List = {
  readonly users: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly complete: boolean;
};
type Reading = { readonly at: number; readonly users: readonly string[]; readonly complete: boolean };

type World = { readonly steps: readonly Step[]; readonly skews: readonly [number, number] };

const users = ['1', '2', '3'];
const skew = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  fc.integer({ min: -300, max: 300 }).map((minutes) => minutes * minute),
  fc.constantFrom(45 * 365, -30 * 365).map((days) => days * 24 * 60 * minute),
);
const theirs = fc.constantFrom<(1 | 2)[]>(1, 2);
const eventOf = fc.oneof(
  fc.record({ kind: fc.constant('like' as const), user: fc.constantFrom(...users) }),
  fc.record({
    ...{ kind: fc.constant('read' as const), by: fc.constantFrom<Machine[]>(0, 1, 2) },
    ...{ complete: fc.boolean(), sees: fc.subarray(users) },
  }),
  fc.record({ kind: fc.constantFrom('export' as const, 'import' as const), by: theirs }),
);

const worldWith = (skews: fc.Arbitrary<number>): fc.Arbitrary<World> =>
  fc.record({
    steps: fc.array(fc.record({ event: eventOf, ownSkew: skews }), {
      minLength: 15,
      maxLength: 40,
      size: 'max',
    }),
    skews: fc.tuple(skews, skews),
  });

/** The list after a sweep: a complete one replaces it, any other adds to it. */
function readList(before: List | undefined, reading: Reading, clock: number): List {
  if (!before || reading.complete) {
    return { users: reading.users, from: clock, to: clock + minute, complete: reading.complete };
  }
  const all = [...new Set([...before.users, ...reading.users])];
  const [from, to] = [Math.min(before.from, clock), Math.max(before.to, clock + minute)];
  return { users: all, from, to, complete: false };
}

function zipOf(
  { users: listed, from, to, complete }: List,
  exportedAt: number,
  nth: number,
): ImportedDataset {
  const pseudonyms = [...listed].sort().map((user) => user.repeat(32));
  const state = complete ? 'complete' : 'partial';
  const model = { uid, ...factsBy(tableFacts, () => null), name: 'Dragon', state, complete };
  return {
    ...{ kind: 'part', importId: `zip ${nth}`, keyFingerprint: projectFingerprint, toolVersion: '1' },
    keyProof: { digest: new Uint8Array(), proof: '' },
    exportedAt,
    models: [{ ...model, sweptAt: complete ? from : null, observedAt: to }],
    pseudonyms,
    starts: Uint32Array.of(0, pseudonyms.length),
    users: Uint32Array.from(pseudonyms.keys()),
    seenAt: Float64Array.from(pseudonyms, () => to),
  };
}

const trusting = { ...key, isProvenBy: () => true };

/** Lets the world happen. Returns what this machine exports at its end, and what is known of the truth. */
async function live({ steps, skews }: World, takesBack: boolean) {
  const liked = new Set<string>();
  const lists = new Map<Machine, List>();
  const seen = new Map<Machine, readonly Reading[]>();
  const zips = new Map<Machine, { readonly zip: ImportedDataset; readonly seen: readonly Reading[] }>();
  const own: Record<string, MadeUpLikes> = {};
  const { store } = memoryImportStore([], own);
  const known: Reading[] = [];
  const imported: ImportedDataset[] = [];
  let [isNamed, isOwnLast] = [false, false];
  for (const [nth, { event, ownSkew }] of steps.entries()) {
    const at = startOfWorld + nth * 10 * minute;
    if (event.kind === 'like') {
      if (!liked.delete(event.user)) liked.add(event.user);
      continue;
    }
    const { by } = event;
    const clock = at + (by === 0 ? ownSkew : skews[by - 1]!);
    if (event.kind === 'read') {
      const found = event.complete ? [...liked] : event.sees.filter((user) => liked.has(user));
      const reading = { at, users: found, complete: event.complete };
      const list = readList(lists.get(by), reading, clock);
      lists.set(by, list);
      seen.set(by, [...(seen.get(by) ?? []), reading]);
      if (by !== 0) continue;
      const { users: userUids, from, to, complete } = list;
      own[uid] = { userUids, readBetween: [from, to], complete };
      known.push(reading);
      isOwnLast = true;
    } else if (event.kind === 'export') {
      const list = lists.get(by);
      if (list) zips.set(by, { zip: zipOf(list, clock + 2 * minute, nth), seen: seen.get(by) ?? [] });
    } else {
      const made = zips.get(by);
      if (!made) continue;
      const { imported: believed } = believeTimes(made.zip, at + 5 * minute + ownSkew);
      const plan = await planImport({ imported: believed, store, key: trusting });
      if (plan.conflicts.some((conflict) => conflict.uid === uid)) isNamed = true;
      await applyImport(believed, plan, store, { takesBack });
      known.push(...made.seen);
      imported.push(believed);
      isOwnLast = false;
    }
  }
  const [local] = await store.readLikes([uid]);
  const [rows] = await store.readImportedLikes([uid]);
  const exported = mergeLikes(ownLikes(local!, key), rows!).map((pseudonym) => pseudonym[0]!);
  return { exported, known, isNamed, isOwnLast, own: own[uid], imported };
}

/** The users whom the newest reading that says anything about them shows as likers. */
function likersByTruth(known: readonly Reading[]): string[] {
  return users.filter((user) => {
    const telling = known.filter((reading) => reading.complete || reading.users.includes(user));
    return telling
      .sort((a, b) => a.at - b.at)
      .at(-1)
      ?.users.includes(user);
  });
}

/** How likes were merged when all clocks were believed: a like is gone if nobody saw it since a complete list was begun. */
function mergeByClocks(own: MadeUpLikes | undefined, imported: readonly ImportedDataset[]): string[] {
  const [from, to] = own?.readBetween ?? [-Infinity, -Infinity];
  const rows = [
    { users: own?.userUids ?? [], seen: to, swept: own?.complete ? from : -Infinity },
    ...imported.map(({ pseudonyms, seenAt, models }) => ({
      users: pseudonyms.map((pseudonym) => pseudonym[0]!),
      seen: seenAt?.[0] ?? -Infinity,
      swept: models[0]?.sweptAt ?? -Infinity,
    })),
  ];
  const swept = Math.max(...rows.map((row) => row.swept));
  return users.filter((user) => rows.some((row) => row.users.includes(user) && row.seen >= swept));
}

describe('clocks of several machines', () => {
  it('never drop a like that the newest reading shows, unless a preview named the model', async () => {
    let silent = 0;
    await fc.assert(
      fc.asyncProperty(worldWith(skew), async (world) => {
        const { exported, known, isNamed } = await live(world, false);
        if (isNamed) return;
        silent += 1;
        expect(exported).toEqual(expect.arrayContaining(likersByTruth(known)));
      }),
      { numRuns: 2_000 },
    );
    // Otherwise naming every model would do.
    expect(silent).toBeGreaterThan(500);
  });

  it('never drop a like that was read here by default, named or not', async () => {
    await fc.assert(
      fc.asyncProperty(worldWith(skew), async (world) => {
        const { exported, own } = await live(world, false);
        expect(exported).toEqual(expect.arrayContaining([...(own?.userUids ?? [])]));
      }),
      { numRuns: 500 },
    );
  });

  it('never drop a like of a list that was read again after a zip was believed', async () => {
    await fc.assert(
      fc.asyncProperty(worldWith(skew), async (world) => {
        const { exported, own, isOwnLast } = await live(world, true);
        if (isOwnLast) expect(exported).toEqual(expect.arrayContaining([...own!.userUids]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('give what merging by time gives, if all are right and every preview is believed', async () => {
    await fc.assert(
      fc.asyncProperty(worldWith(fc.constant(0)), async (world) => {
        const { exported, own, imported } = await live(world, true);
        expect(exported).toEqual(mergeByClocks(own, imported));
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['right', 0],
    ['three hours ahead', 180 * minute],
    ['in 2071', 45 * 365 * 24 * 60 * minute],
  ])('leave the likes read last where the clock of a colleague is %s', async (_how, ahead) => {
    const like = (...liked: string[]) =>
      liked.map((user) => ({ event: { kind: 'like', user } as const, ownSkew: 0 }));
    const read = (by: Machine) => ({
      event: { kind: 'read', by, complete: true, sees: [] } as const,
      ownSkew: 0,
    });
    const take = (kind: 'export' | 'import') => ({ event: { kind, by: 1 } as const, ownSkew: 0 });
    const steps = [...like('1'), read(1), ...like('2', '3'), take('export'), read(0), take('import')];
    const { exported, isNamed } = await live({ steps, skews: [ahead, 0] }, false);
    expect(exported).toEqual(users);
    // A zip from the future takes back nothing, so there is nothing to name.
    expect(isNamed).toBe(false);
  });

  it('name the model where a clock three hours ahead is not found out', async () => {
    const like = (...liked: string[]) =>
      liked.map((user) => ({ event: { kind: 'like', user } as const, ownSkew: 0 }));
    const by = (event: Event) => ({ event, ownSkew: 0 });
    const waiting = Array.from({ length: 40 }, () => by({ kind: 'export', by: 2 }));
    const steps = [
      ...like('1'),
      by({ kind: 'read', by: 1, complete: true, sees: [] }),
      by({ kind: 'export', by: 1 }),
      ...like('2', '3'),
      by({ kind: 'read', by: 0, complete: true, sees: [] }),
      ...waiting,
      by({ kind: 'import', by: 1 }),
    ];
    const world: World = { steps, skews: [180 * minute, 0] };
    expect(await live(world, false)).toMatchObject({ exported: users, isNamed: true });
    expect(await live(world, true)).toMatchObject({ exported: ['1'], isNamed: true });
  });
});
