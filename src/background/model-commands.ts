import { parseModelUids } from '../messaging/model-uids';
import type { Handlers } from '../messaging/handle-messages';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from '../store/database';
import { retryModels } from '../store/retry-models';

type Tools = {
  readonly db: LikesOutDatabase;
  readonly readSettings: () => Promise<{ readonly consent: boolean }>;
  readonly updateShard: () => Promise<void>;
  /** Also from the second copy. */
  readonly removeModels: (uids: readonly ModelUid[]) => Promise<void>;
  /** Lets a crawl that was started begin. */
  readonly wake: () => void;
  readonly now: () => number;
};

/** What the extension's pages may ask for about single models. */
export function createModelCommands({
  db,
  readSettings,
  updateShard,
  removeModels,
  wake,
  now,
}: Tools): Pick<Handlers, 'retryModels' | 'removeModels'> {
  return {
    retryModels: async (payload) => {
      const uids = parseModelUids(payload);
      const { consent } = await readSettings();
      if (!consent) throw new Error('there is no consent to collect');
      await updateShard();
      const outcome = await retryModels(db, uids, now());
      wake();
      return outcome;
    },
    removeModels: async (payload) => {
      await removeModels(parseModelUids(payload));
    },
  };
}
