import { message } from '../../i18n/message';
import { errorMessage } from '../../messaging/error-message';
import type { LikesOutDatabase } from '../../store/database';
import { readState } from '../../store/states';
import { watchQuery } from '../../store/watch-query';
import type { PageState } from '../page-state';

type Stored = { readonly id: string | null; readonly likes: number };

/** Whichever page deletes everything, and whichever view is shown: lists from what is deleted are forgotten. */
export function watchDeletion(
  state: Pick<PageState, 'setError'>,
  db: LikesOutDatabase,
  forget: () => void,
): void {
  let before: Stored | null = null;
  watchQuery(
    async (): Promise<Stored> => ({
      id: await readState(db, 'databaseId'),
      likes: (await readState(db, 'counters')).likes,
    }),
    (now) => {
      if (before && isDeleted(before, now)) forget();
      before = now;
      state.setError('deletion', null);
    },
    (error) => state.setError('deletion', message('recommend_unwatched', { cause: errorMessage(error) })),
  );
}

/** A database gets its id soon after it is made, so having none says nothing. */
export function isDeleted(before: Stored, now: Stored): boolean {
  return before.id === null ? before.likes > 0 && now.likes === 0 : now.id !== before.id;
}
