import { message } from '../../../i18n/message';
import { errorMessage } from '../../../messaging/error-message';
import type { LikesOutDatabase } from '../../../store/database';
import { readProjectKey } from '../../../store/project-key';
import { watchQuery } from '../../../store/watch-query';
import type { PageState } from '../../page-state';
import { shownKey } from './project-keys';

/** Keeps the key shown on the page up to date, whichever page creates, replaces or deletes it. */
export function watchProjectKey(state: PageState, db: LikesOutDatabase): void {
  watchQuery(
    () => readProjectKey(db),
    (row) => {
      state.change({ projectKey: row && shownKey(row) });
      state.setError('project-key', null);
    },
    (error) => state.setError('project-key', message('keys_unread', { cause: errorMessage(error) })),
  );
}
