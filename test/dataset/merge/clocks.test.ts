import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ImportedDataset } from '../../../src/dataset/import/imported-dataset';
import {
  type Event,
  live,
  type Machine,
  minute,
  type Reading,
  skew,
  users,
  type World,
  worldWith,
} from './clock-worlds';
import type { MadeUpLikes } from './memory-import-store';

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
