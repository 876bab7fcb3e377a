import { describe, expect, it, vi } from 'vitest';
import { createExclusionCheck } from '../../../src/popup/dataset/check-exclusions';
import { defaultExportOptions } from '../../../src/popup/dataset/options';
import { typedExclusions } from '../../../src/popup/dataset/typed-exclusions';
import { createPageState } from '../../../src/popup/page-state';
import { recordExclusionList } from '../../../src/store/exclusion-list';
import { recordSightings } from '../../../src/store/upsert-models';
import type { UserUid } from '../../../src/sketchfab/user-uid';
import { modelUid, sighting, userUid } from '../../crawl/small-world';
import { freshDatabase } from '../../store/fresh-database';
import { firstDay } from '../snapshot-of';

async function aPage(typed: string) {
  const db = freshDatabase();
  await recordSightings(db, [sighting(0)], 1_000);
  await db.users.bulkAdd([
    { uid: userUid(1) as UserUid, models: 1, username: 'Ada.L' },
    { uid: userUid(2) as UserUid, models: 1, username: null },
  ]);
  // More than a page of users, so that all pages are looked through.
  await db.users.bulkAdd(
    Array.from({ length: 2_500 }, (_, n) => ({
      uid: userUid(10_000 + n) as UserUid,
      models: 1,
      username: `name-${n}`,
    })),
  );
  const excluded = typedExclusions(typed);
  const exportOptions = { ...defaultExportOptions, options: { ...defaultExportOptions.options, excluded } };
  const state = createPageState({ ...firstDay, exportOptions });
  return { db, state, excluded, check: createExclusionCheck(state, db) };
}

describe('the list of whom to leave out', () => {
  it('is compared with all users and models here, and what matches nobody is named', async () => {
    const { state, check } = await aPage(
      `@ada.l, ${userUid(2)}; name-2499 nobody-here https://sketchfab.com/3d-models/x-${modelUid(0)} https://example.com/x`,
    );
    await check.check();
    expect(state.read().exclusionReport).toEqual({
      matched: 4,
      unclear: ['https://example.com/x'],
      unmatched: ['nobody-here'],
    });
  });

  it('is compared again when another page changes it', async () => {
    const { db, state, excluded, check } = await aPage('ada.l nobody-here');
    await recordExclusionList(db, excluded);
    check.watch();
    await vi.waitFor(() =>
      expect(state.read().exclusionReport).toMatchObject({ unmatched: ['nobody-here'] }),
    );
    await recordExclusionList(db, typedExclusions('ada.l'));
    await vi.waitFor(() =>
      expect(state.read().exclusionReport).toEqual({ matched: 1, unclear: [], unmatched: [] }),
    );
  });

  it('that cannot be compared stops the download and says why', async () => {
    const { db, state, check } = await aPage('ada.l');
    vi.spyOn(db.users, 'where').mockImplementation(() => {
      throw new Error('the disk is full');
    });
    await expect(check.check()).rejects.toThrow();
    check.watch();
    await vi.waitFor(() => expect(state.read().errors.join()).toContain('could not be checked'));
  });
});
