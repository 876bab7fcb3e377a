import { describe, expect, it, vi } from 'vitest';
import { isDeleted, watchDeletion } from '../../../src/popup/recommend/watch-deletion';
import { noCounters } from '../../../src/store/counters';
import { deleteEverything } from '../../../src/store/delete-everything';
import { writeState } from '../../../src/store/states';
import { freshDatabase } from '../../store/fresh-database';
import { noPause } from '../../store/no-pause';

describe('a page that holds likes', () => {
  it('forgets them when another page deletes everything, and not when more are collected', async () => {
    const db = freshDatabase();
    await writeState(db, 'databaseId', 'one');
    await writeState(db, 'counters', { ...noCounters, likes: 5 });
    const [forget, read] = [vi.fn(), vi.fn()];
    watchDeletion({ setError: read }, db, forget);
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(1));
    await writeState(db, 'counters', { ...noCounters, likes: 6 });
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    expect(forget).not.toHaveBeenCalled();
    await deleteEverything(db, 'another', noPause);
    await vi.waitFor(() => expect(forget).toHaveBeenCalled());
  });

  it('says when it cannot watch', async () => {
    const db = freshDatabase();
    await db.open();
    vi.spyOn(db.states, 'get').mockRejectedValue(new Error('the disk is gone'));
    const setError = vi.fn();
    watchDeletion({ setError }, db, vi.fn());
    await vi.waitFor(() =>
      expect(setError).toHaveBeenCalledWith('deletion', expect.stringContaining('the disk is gone')),
    );
  });
});

describe('everything was deleted', () => {
  it.each([
    ['if the database has another id', { id: 'a', likes: 3 }, { id: 'b', likes: 3 }, true],
    ['if it has none any more', { id: 'a', likes: 3 }, { id: null, likes: 3 }, true],
    ['not if it got its first id', { id: null, likes: 3 }, { id: 'a', likes: 3 }, false],
    ['if there was no id and the likes are gone', { id: null, likes: 3 }, { id: 'a', likes: 0 }, true],
    ['not if likes were taken back', { id: 'a', likes: 3 }, { id: 'a', likes: 0 }, false],
  ])('%s', (_, before, now, expected) => {
    expect(isDeleted(before, now)).toBe(expected);
  });
});
