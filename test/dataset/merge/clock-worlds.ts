import fc from 'fast-check';
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
export const minute = 60_000;
const startOfWorld = Date.parse('2026-01-01T00:00:00Z');
/** Machine 0 is this one: it imports what the others export. */
export type Machine = 0 | 1 | 2;
export type Event =
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
export type Reading = { readonly at: number; readonly users: readonly string[]; readonly complete: boolean };

export type World = { readonly steps: readonly Step[]; readonly skews: readonly [number, number] };

export const users = ['1', '2', '3'];
export const skew = fc.oneof(
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

export const worldWith = (skews: fc.Arbitrary<number>): fc.Arbitrary<World> =>
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
export async function live({ steps, skews }: World, takesBack: boolean) {
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
      const before = lists.get(by);
      const list = readList(before, reading, clock);
      lists.set(by, list);
      seen.set(by, [...(seen.get(by) ?? []), reading]);
      if (by !== 0) continue;
      const { users: userUids, from, to, complete } = list;
      own[uid] = { userUids, readBetween: [from, to], complete };
      known.push(reading);
      // An incomplete reading by a clock that was set back leaves the times of the list as they were, and so cannot be noticed.
      isOwnLast ||= list.from !== before?.from || list.to !== before.to;
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
