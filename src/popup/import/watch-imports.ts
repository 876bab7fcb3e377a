import { sayError } from '../../messaging/say-error';
import type { LikesOutDatabase } from '../../store/database';
import { countImportedLikes, type LiveImport, readLiveImports, type TakenIn } from '../../store/list-imports';
import { watchQuery } from '../../store/watch-query';
import type { PageState } from '../page-state';

const unread = 'What was taken in so far cannot be read';

/** Keeps on the page what was taken in. Each import is counted once, and outside of the query that is watched. */
export function watchTakenIn(state: PageState, db: LikesOutDatabase): void {
  const counted = new Map<number, number>();
  let latest: readonly LiveImport[] | undefined;

  async function count(imports: readonly LiveImport[]): Promise<void> {
    const takenIn: TakenIn[] = [];
    for (const { staging, keyId } of imports) {
      const likes = counted.get(staging) ?? (await countImportedLikes(db, staging));
      // Others were taken in or deleted meanwhile, and are being counted already.
      if (latest !== imports) return;
      counted.set(staging, likes);
      takenIn.push({ keyId, likes });
    }
    state.change({ takenIn });
    state.setTrouble('taken-in', null);
  }

  const fail = (error: unknown) => state.setTrouble('taken-in', `${unread} (${sayError(error)}).`);
  watchQuery(
    () => readLiveImports(db),
    (imports) => {
      latest = imports;
      count(imports).catch(fail);
    },
    fail,
  );
}
