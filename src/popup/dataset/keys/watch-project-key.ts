import { errorMessage } from '../../../messaging/error-message';
import type { LikesOutDatabase } from '../../../store/database';
import { readProjectKey } from '../../../store/project-key';
import { watchQuery } from '../../../store/watch-query';
import type { PageState } from '../../page-state';
import { shownKey } from './project-keys';

const unread = 'Whether a project key is kept here cannot be read';

/** Keeps on the page what may be shown of the key, whoever makes, replaces or deletes it. */
export function watchProjectKey(state: PageState, db: LikesOutDatabase): void {
  watchQuery(
    () => readProjectKey(db),
    (row) => {
      state.change({ projectKey: row && shownKey(row) });
      state.setError('project-key', null);
    },
    (error) => state.setError('project-key', `${unread} (${errorMessage(error)}).`),
  );
}
