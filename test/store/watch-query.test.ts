import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it, vi } from 'vitest';
import { LikesOutDatabase } from '../../src/store/database';
import { watchQuery } from '../../src/store/watch-query';
import { recordSightings } from '../../src/store/upsert-models';
import { sighting } from '../crawl/small-world';
import { freshDatabase } from './fresh-database';

it('reports that a database cannot be opened, also after the first attempt', async () => {
  const newer = new Dexie('of a newer build');
  newer.version(99).stores({});
  await newer.open();
  newer.close();
  const db = new LikesOutDatabase('of a newer build');
  await expect(db.open()).rejects.toThrow('a newer version');

  const onError = vi.fn();
  const stop = watchQuery(() => db.models.count(), vi.fn(), onError);
  await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce());
  expect(String(onError.mock.calls[0]![0])).toContain('a newer version');
  stop();
});

it('reports each change of the rows that it read until it is stopped', async () => {
  const db = freshDatabase();
  const counts: number[] = [];
  const stop = watchQuery(
    () => db.models.count(),
    (count) => counts.push(count),
    vi.fn(),
  );
  await vi.waitFor(() => expect(counts).toEqual([0]));
  await recordSightings(db, [sighting(1)], 0);
  await vi.waitFor(() => expect(counts.at(-1)).toBe(1));
  stop();
  await recordSightings(db, [sighting(2)], 0);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(counts.at(-1)).toBe(1);
});
