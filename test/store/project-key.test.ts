import { describe, expect, it } from 'vitest';
import { deleteEverything } from '../../src/store/delete-everything';
import { noPause } from './no-pause';
import {
  deleteProjectKey,
  keepProjectKey,
  OtherProjectKey,
  readProjectKey,
} from '../../src/store/project-key';
import type { ProjectKeyRow } from '../../src/store/state-row';
import { freshDatabase } from './fresh-database';

const one: ProjectKeyRow = { projectId: 'p1', key: 'secret', createdAt: 1, algorithm: 'hmac-sha256' };
const other: ProjectKeyRow = { ...one, key: 'another secret' };

describe('the project key', () => {
  it('is kept until it is deleted', async () => {
    const db = freshDatabase();
    expect(await readProjectKey(db)).toBeNull();
    await keepProjectKey(db, one, { replace: false });
    expect(await readProjectKey(db)).toEqual(one);
    await deleteProjectKey(db);
    expect(await readProjectKey(db)).toBeNull();
  });

  it.each([other, { ...one, projectId: 'p2' }, { ...one, algorithm: 'hmac-md5' as const }])(
    'is never replaced silently',
    async (next) => {
      const db = freshDatabase();
      await keepProjectKey(db, one, { replace: false });
      await expect(keepProjectKey(db, next, { replace: false })).rejects.toThrow(OtherProjectKey);
      expect(await readProjectKey(db)).toEqual(one);
      await keepProjectKey(db, next, { replace: true });
      expect(await readProjectKey(db)).toEqual(next);
    },
  );

  it('may be stored again, and keeps its creation date', async () => {
    const db = freshDatabase();
    await keepProjectKey(db, one, { replace: false });
    await keepProjectKey(db, { ...one, createdAt: 9 }, { replace: false });
    expect(await readProjectKey(db)).toEqual(one);
  });

  it('is a single one even if two pages create one at the same time', async () => {
    const db = freshDatabase();
    const ends = await Promise.allSettled(
      [one, other].map((key) => keepProjectKey(db, key, { replace: false })),
    );
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is deleted with everything else', async () => {
    const db = freshDatabase();
    await keepProjectKey(db, one, { replace: false });
    await deleteEverything(db, 'next', noPause);
    expect(await readProjectKey(db)).toBeNull();
  });
});
