import { beforeEach, describe, expect, it, vi } from 'vitest';
import { parseSettings } from '../../src/settings/settings';
import { readState, writeState } from '../../src/store/states';
import { recordSightings } from '../../src/store/upsert-models';
import { idleCrawl } from '../../src/crawl/crawl-state';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from '../store/fresh-database';
import { fakeAlarms } from './fake-alarms';

// The platform alone is faked. Imported late: the mock comes before every import.
vi.mock('webextension-polyfill', async () => {
  const { fakeAlarms: alarms } = await import('./fake-alarms');
  return { default: { alarms } };
});
const { catchUp, scheduleCatchUp } = await import('../../src/background/catch-up');
beforeEach(() => fakeAlarms.forgetAll());

const on = parseSettings({ consent: true, nightlyCatchUp: true });
const off = parseSettings({ consent: true });
const at = (day: number, hour: number, minute = 0) => new Date(2026, 4, day, hour, minute).getTime();

async function withOneModel() {
  const db = freshDatabase();
  await recordSightings(db, [sighting(1)], 0);
  return db;
}
type Db = Awaited<ReturnType<typeof withOneModel>>;

/** A browser that is open between these moments, whose worker starts every ten minutes. Returns when crawls began. */
async function open(db: Db, from: number, to: number): Promise<number[]> {
  const crawls: number[] = [];
  for (let start = from; start < to; start += 10 * 60_000) {
    await scheduleCatchUp(db, on, start);
    for (let now; (now = fakeAlarms.takeNext(Math.min(start + 10 * 60_000, to))) !== undefined;) {
      await catchUp(db, on, now);
      if ((await readState(db, 'crawl')).phase === 'crawling') crawls.push(now);
      await writeState(db, 'crawl', { ...idleCrawl, phase: 'done' }); // It ends at once.
    }
  }
  return crawls;
}

describe('the nightly check for changes', () => {
  it('runs once a day in a browser that is open from nine to six and forgets its alarms', async () => {
    const db = await withOneModel();
    for (let day = 1; day <= 7; day++) {
      fakeAlarms.forgetAll();
      const crawls = await open(db, at(day, 9), at(day, 18));
      expect(crawls.length).toBe(day === 1 ? 0 : 1); // Switched on during the first day.
      for (const moment of crawls) {
        expect(moment).toBeGreaterThanOrEqual(at(day, 9, 2));
        expect(moment).toBeLessThanOrEqual(at(day, 9, 12));
      }
    }
  });

  it('runs at three in a browser that is never closed', async () => {
    const db = await withOneModel();
    expect(await open(db, at(1, 9), at(4, 9))).toEqual([at(2, 3), at(3, 3), at(4, 3)]);
  });

  it('leaves a crawl alone that is paused, and tries again the next night', async () => {
    const db = await withOneModel();
    await scheduleCatchUp(db, on, at(1, 9));
    const paused = { ...idleCrawl, phase: 'paused' } as const;
    await writeState(db, 'crawl', paused);
    await catchUp(db, on, at(2, 3));
    expect(await readState(db, 'crawl')).toEqual(paused);
    expect((await fakeAlarms.get('catch-up'))?.scheduledTime).toBe(at(3, 3));
  });

  it('does not begin when the clock was set back before the alarm fired', async () => {
    const db = await withOneModel();
    await scheduleCatchUp(db, on, at(1, 9));
    await catchUp(db, on, at(1, 10));
    expect((await readState(db, 'crawl')).phase).toBe('idle');
    expect((await fakeAlarms.get('catch-up'))?.scheduledTime).toBe(at(2, 3));
  });

  it('stops when it is switched off, and owes nothing when it is switched on again', async () => {
    const db = await withOneModel();
    await scheduleCatchUp(db, on, at(1, 9));
    await scheduleCatchUp(db, off, at(1, 10));
    expect(await fakeAlarms.get('catch-up')).toBeUndefined();
    await scheduleCatchUp(db, on, at(5, 9));
    expect((await fakeAlarms.get('catch-up'))?.scheduledTime).toBe(at(6, 3));
  });

  it('is tried again at the next start of the worker when the database fails', async () => {
    const db = await withOneModel();
    await scheduleCatchUp(db, on, at(1, 9));
    db.close();
    await expect(catchUp(db, on, at(2, 3))).rejects.toThrow();
    await db.open();
    await scheduleCatchUp(db, on, at(2, 3, 1));
    expect((await fakeAlarms.get('catch-up'))?.scheduledTime).toBeLessThanOrEqual(at(2, 3, 13));
  });
});
