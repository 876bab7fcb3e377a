import { type KeyFile, KeyFileError, parseKeyFile } from '../../../dataset/pseudonyms/key-file';
import { createPassphrase } from '../../../dataset/pseudonyms/passphrase';
import { keyId } from '../../../dataset/pseudonyms/pseudonym-key';
import { message } from '../../../i18n/message';
import type { LikesOutDatabase } from '../../../store/database';
import { keepProjectKey, OtherProjectKey } from '../../../store/project-key';
import type { ProjectKeyRow } from '../../../store/state-row';
import type { DatasetActions } from '../../page-snapshot';
import type { Attempt, PageState } from '../../page-state';
import { keyRequest } from '../export-request';
import type { OptionsStore } from '../options-store';
import { keyFileProblemText } from './key-file-problem-text';
import { ensureProjectKey, keyFileOf, rowOf, shownKey } from './project-keys';

type Tools = {
  readonly state: PageState;
  readonly db: LikesOutDatabase;
  readonly optionsStore: OptionsStore;
  readonly attempt: Attempt;
  readonly saveFile: (file: Blob, fileName: string) => void;
};

type KeyActions = Pick<
  DatasetActions,
  'createKey' | 'saveKeyFile' | 'useKeyFile' | 'answerKeyOffer' | 'typePassphrase' | 'suggestPassphrase'
>;

/** Keys are read only when needed; otherwise a page keeps only their fingerprint. */
export function createKeyActions({ state, db, optionsStore, attempt, saveFile }: Tools): KeyActions {
  let offered: ProjectKeyRow | null = null;

  const ensureKey = () => ensureProjectKey(db, keyRequest(state.read()).exportOptions.options.hash);

  async function useKey(row: ProjectKeyRow, replace: boolean): Promise<void> {
    await keepProjectKey(db, row, { replace });
    // It came from a file, so it need not be saved again.
    optionsStore.change({ userIds: 'project', savedKeyId: keyId(row.key) });
  }

  function setOffer(row: ProjectKeyRow | null): void {
    offered = row;
    state.change({ offeredKey: row && shownKey(row) });
  }

  /** `null` for an invalid file; the page then says what is wrong with it. */
  async function readKeyFile(file: Blob): Promise<KeyFile | null> {
    try {
      const keyFile = parseKeyFile(await file.text());
      state.setError('key-file', null);
      return keyFile;
    } catch (error) {
      if (!(error instanceof KeyFileError)) throw error;
      state.setError('key-file', keyFileProblemText(error.problem));
      return null;
    }
  }

  return {
    createKey: () => attempt(message('keys_notCreated'), ensureKey),
    saveKeyFile: () =>
      attempt(message('keys_notSaved'), async () => {
        const row = await ensureKey();
        const id = keyId(row.key);
        saveFile(keyFileOf(row), `likes-out-key-${id}.json`);
        optionsStore.change({ savedKeyId: id });
      }),
    useKeyFile: (file) =>
      attempt(message('keys_notUsed'), async () => {
        const keyFile = await readKeyFile(file);
        if (!keyFile) return;
        const row = rowOf(keyFile);
        try {
          await useKey(row, false);
        } catch (error) {
          if (!(error instanceof OtherProjectKey)) throw error;
          setOffer(row);
        }
      }),
    answerKeyOffer: (isAccepted) => {
      const row = offered;
      setOffer(null);
      if (row && isAccepted) attempt(message('keys_notUsed'), () => useKey(row, true));
    },
    typePassphrase: (passphrase) => state.change({ passphrase }),
    suggestPassphrase: () =>
      state.change({ passphrase: createPassphrase((bytes) => crypto.getRandomValues(bytes)) }),
  };
}
