import { parseKeyFile } from '../../../dataset/pseudonyms/key-file';
import { createPassphrase } from '../../../dataset/pseudonyms/passphrase';
import { keyId } from '../../../dataset/pseudonyms/pseudonym-key';
import type { LikesOutDatabase } from '../../../store/database';
import { keepProjectKey, OtherProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';
import type { DatasetActions } from '../../page-snapshot';
import type { Attempt, PageState } from '../../page-state';
import { askedFor } from '../export-request';
import type { OptionsStore } from '../options-store';
import { keyFileOf, neededKey, rowOf, shownKey } from './project-keys';

const words = {
  create: 'The project key could not be made',
  save: 'The key file could not be saved',
  use: 'This key file is not used',
};

type Tools = {
  readonly state: PageState;
  readonly db: LikesOutDatabase;
  readonly optionsStore: OptionsStore;
  readonly attempt: Attempt;
  readonly offer: (file: Blob, fileName: string) => void;
};

type KeyActions = Pick<
  DatasetActions,
  'createKey' | 'saveKeyFile' | 'useKeyFile' | 'answerKeyOffer' | 'typePassphrase' | 'suggestPassphrase'
>;

/** Keys are read when they are needed; what a page keeps of them in between is their fingerprint. */
export function createKeyActions({ state, db, optionsStore, attempt, offer }: Tools): KeyActions {
  let offered: ProjectKeyRow | null = null;

  const theKey = () => neededKey(db, askedFor(state.read()).exportOptions.options.hash);

  async function take(row: ProjectKeyRow, replace: boolean): Promise<void> {
    await keepProjectKey(db, row, { replace });
    // Whoever has the file needs no other.
    optionsStore.change({ userIds: 'project', savedKeyId: keyId(row.key) });
  }

  function setOffer(row: ProjectKeyRow | null): void {
    offered = row;
    state.change({ offeredKey: row && shownKey(row) });
  }

  return {
    createKey: () => attempt(words.create, theKey),
    saveKeyFile: () =>
      attempt(words.save, async () => {
        const row = await theKey();
        const id = keyId(row.key);
        offer(keyFileOf(row), `likes-out-key-${id}.json`);
        optionsStore.change({ savedKeyId: id });
      }),
    useKeyFile: (file) =>
      attempt(words.use, async () => {
        const row = rowOf(parseKeyFile(await file.text()));
        try {
          await take(row, false);
        } catch (error) {
          if (!(error instanceof OtherProjectKey)) throw error;
          setOffer(row);
        }
      }),
    answerKeyOffer: (isTaken) => {
      const row = offered;
      setOffer(null);
      if (row && isTaken) attempt(words.use, () => take(row, true));
    },
    typePassphrase: (passphrase) => state.change({ passphrase }),
    suggestPassphrase: () =>
      state.change({ passphrase: createPassphrase((bytes) => crypto.getRandomValues(bytes)) }),
  };
}
