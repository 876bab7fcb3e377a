import { createProjectId } from '../../dataset/pseudonyms/pseudonym-key';
import type { createDatasetExport } from '../../workers/export/export-dataset';
import type { createDatasetImport } from '../../workers/import/import-dataset';
import type { DatasetActions } from '../snapshot';
import { whyNoPart } from './can-export';
import { askedFor, partWish } from './export-request';
import { createKeyActions } from './keys/key-actions';
import { keyAtHand } from './keys/key-for-export';
import type { DatasetWish } from './options';

const words = {
  part: 'The part could not be written',
  import: 'The zip could not be opened',
};

type Tools = Parameters<typeof createKeyActions>[0] & {
  readonly datasetExport: Pick<ReturnType<typeof createDatasetExport>, 'start'>;
  readonly datasetImport: ReturnType<typeof createDatasetImport>;
};

/** What a press in the rooms of the dataset does. */
export function createDatasetActions(tools: Tools): DatasetActions {
  const { state, db, wishes, attempt, datasetExport, datasetImport } = tools;
  return {
    ...createKeyActions(tools),
    changeWish: (changed) => wishes.change({ ...changed, ...neededProjectId(state.read().wish, changed) }),
    changeChoices: (changed) => {
      const { wish } = state.read();
      if (wish) wishes.change({ choices: { ...wish.choices, ...changed } });
    },
    resetWish: wishes.reset,
    exportPart: () => {
      if (whyNoPart(state.read()) !== null) return;
      attempt(words.part, () => datasetExport.start(() => partWish(db, state.read())));
    },
    readImport: (file) =>
      attempt(words.import, async () => {
        const asked = askedFor(state.read());
        const atHand = await keyAtHand(db, asked);
        const { hash } = (atHand ?? asked.wish).choices;
        datasetImport.read(file.name, { zip: file, key: atHand?.key ?? null, algorithm: hash });
      }),
    takeIn: datasetImport.takeIn,
    leaveImport: datasetImport.leave,
  };
}

/** A passphrase needs a project id, made once and then passed on with the phrase. */
function neededProjectId(wish: DatasetWish | null, changed: Partial<DatasetWish>): Partial<DatasetWish> {
  const isNeeded = changed.userIds === 'passphrase' && wish?.projectId === '';
  return isNeeded ? { projectId: createProjectId((bytes) => crypto.getRandomValues(bytes)) } : {};
}
