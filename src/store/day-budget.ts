import type { LikesOutDatabase } from './database';
import { readState, writeState } from './states';

/** What pages have reported in the day that began at `since`, in ms since 1970. */
export type DayBudget = { readonly since: number; readonly bytes: number };

/** All the models of the 2016 crawl with their tags are a third of this. */
export const maxBytesPerDay = 100_000_000;

const dayMs = 86_400_000;

/** The budget after a report of this size, or `undefined` if it exceeds the day's. A clock that was set back begins a day. */
export function spend(before: DayBudget | null, bytes: number, now: number): DayBudget | undefined {
  const isSameDay = before !== null && now >= before.since && now - before.since < dayMs;
  const after = isSameDay ? { since: before.since, bytes: before.bytes + bytes } : { since: now, bytes };
  return after.bytes > maxBytesPerDay ? undefined : after;
}

/**
 * Counts a report from a page. Returns when the next day begins if the report exceeds the budget of this one, otherwise
 * `null`. In the database, as a worker that was restarted must go on counting and pages cannot reach it.
 */
export function takeFromDay(db: LikesOutDatabase, bytes: number, now: number): Promise<number | null> {
  return db.transaction('rw', db.states, async () => {
    const before = await readState(db, 'dayBudget');
    const after = spend(before, bytes, now);
    if (after === undefined) return (before?.since ?? now) + dayMs;
    await writeState(db, 'dayBudget', after);
    return null;
  });
}
