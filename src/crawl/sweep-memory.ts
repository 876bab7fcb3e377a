import type { LikesPosition } from '../sketchfab/addresses';
import type { LikesPage } from '../sketchfab/likes-page';
import type { UserUid } from '../sketchfab/user-uid';

/** What a sweep through a model's likes has read so far. Rebuilt from the stored pages after a restart. */
export type SweepMemory = {
  readonly users: Set<UserUid>;
  readonly positions: Set<LikesPosition>;
  /** The users in the stored list, from the previous sweep. */
  readonly known: ReadonlySet<UserUid>;
  pages: number;
  emptyPagesInRow: number;
  unreadableRows: number;
};

export const emptySweep = (known: ReadonlySet<UserUid>): SweepMemory => ({
  users: new Set(),
  positions: new Set(),
  known,
  pages: 0,
  emptyPagesInRow: 0,
  unreadableRows: 0,
});

export type ReadPage = Pick<LikesPage, 'userUids' | 'unreadableRows'> & { readonly position: LikesPosition };

/** Adds a page and returns the users who were on no earlier page of the sweep. */
export function rememberPage(memory: SweepMemory, page: ReadPage): readonly UserUid[] {
  const fresh = [...new Set(page.userUids)].filter((uid) => !memory.users.has(uid));
  for (const uid of fresh) memory.users.add(uid);
  memory.positions.add(page.position);
  memory.pages += 1;
  memory.emptyPagesInRow = page.userUids.length === 0 ? memory.emptyPagesInRow + 1 : 0;
  memory.unreadableRows += page.unreadableRows;
  return fresh;
}
