import { message } from '../../i18n/message';
import { errorMessage } from '../../messaging/error-message';
import type { LikesOutDatabase } from '../../store/database';
import {
  countImportedLikes,
  type ImportSummary,
  type LiveImport,
  readLiveImports,
} from '../../store/list-imports';
import { watchQuery } from '../../store/watch-query';
import type { PageState } from '../page-state';

/** Keeps the list of imports on the page up to date. Each import is counted once, outside the watched query. */
export function watchImports(state: PageState, db: LikesOutDatabase): void {
  const counted = new Map<number, number>();
  let latest: readonly LiveImport[] | undefined;

  async function count(live: readonly LiveImport[]): Promise<void> {
    const imports: ImportSummary[] = [];
    for (const { staging, ...shown } of live) {
      const likes = counted.get(staging) ?? (await countImportedLikes(db, staging));
      // A newer list has arrived and is already being counted.
      if (latest !== live) return;
      counted.set(staging, likes);
      imports.push({ ...shown, likes });
    }
    state.change({ imports });
    state.setError('imports', null);
  }

  const fail = (error: unknown) =>
    state.setError('imports', message('import_unread', { cause: errorMessage(error) }));
  watchQuery(
    () => readLiveImports(db),
    (imports) => {
      latest = imports;
      count(imports).catch(fail);
    },
    fail,
  );
}
