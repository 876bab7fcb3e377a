import { errorMessage } from '../../messaging/error-message';
import type { LikesOutDatabase } from '../../store/database';
import {
  countImportedLikes,
  type LiveImport,
  readLiveImports,
  type ImportSummary,
} from '../../store/list-imports';
import { watchQuery } from '../../store/watch-query';
import type { PageState } from '../page-state';

const unread = 'What was taken in so far cannot be read';

/** Keeps on the page what was taken in. Each import is counted once, and outside of the query that is watched. */
export function watchImports(state: PageState, db: LikesOutDatabase): void {
  const counted = new Map<number, number>();
  let latest: readonly LiveImport[] | undefined;

  async function count(live: readonly LiveImport[]): Promise<void> {
    const imports: ImportSummary[] = [];
    for (const { staging, keyId } of live) {
      const likes = counted.get(staging) ?? (await countImportedLikes(db, staging));
      // Others were taken in or deleted meanwhile, and are being counted already.
      if (latest !== live) return;
      counted.set(staging, likes);
      imports.push({ keyId, likes });
    }
    state.change({ imports });
    state.setError('imports', null);
  }

  const fail = (error: unknown) => state.setError('imports', `${unread} (${errorMessage(error)}).`);
  watchQuery(
    () => readLiveImports(db),
    (imports) => {
      latest = imports;
      count(imports).catch(fail);
    },
    fail,
  );
}
