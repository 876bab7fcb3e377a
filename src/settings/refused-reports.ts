import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { watchSession } from './watch-session';

/** The reports from pages that were too much to store. In `storage.session`, so that refusing costs no space on the disk. */
export type RefusedReports = {
  /** When the first of them was refused, in ms since 1970. The count begins anew after a day. */
  readonly since: number;
  readonly reports: number;
  /** When pages may report again; `null` unless the day's budget is spent. */
  readonly fullUntil: number | null;
};

const dayMs = 86_400_000;
const key = 'refusedReports';
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const refusedReports = v.object({ since: count, reports: count, fullUntil: v.nullable(count) });

/** `null` if none was refused within the last day. */
export async function readRefusedReports(now: number): Promise<RefusedReports | null> {
  const stored = (await browser.storage.session.get(key))[key];
  const read = v.safeParse(refusedReports, stored);
  return read.success && Math.abs(now - read.output.since) < dayMs ? read.output : null;
}

/** Not for concurrent calls. */
export async function countRefusedReport(fullUntil: number | null, now: number): Promise<void> {
  const before = await readRefusedReports(now);
  const after: RefusedReports = {
    since: before?.since ?? now,
    reports: (before?.reports ?? 0) + 1,
    fullUntil: fullUntil ?? before?.fullUntil ?? null,
  };
  await browser.storage.session.set({ [key]: after });
}

/** Calls back after every refusal. Returns a function that stops watching. */
export function watchRefusedReports(onChange: () => void): () => void {
  return watchSession((changed) => changed === key, onChange);
}
