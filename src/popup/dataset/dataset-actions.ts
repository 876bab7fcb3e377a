import { createProjectId } from '../../dataset/pseudonyms/pseudonym-key';
import type { createDatasetExport } from '../../workers/export/export-dataset';
import type { createDatasetImport } from '../../workers/import/import-dataset';
import type { DatasetActions } from '../page-snapshot';
import { whyNoPart } from './can-export';
import { askedFor, partRequest } from './export-request';
import { createKeyActions } from './keys/key-actions';
import { keyAtHand } from './keys/key-for-export';
import type { ExportOptions } from './options';

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
  const { state, db, optionsStore, attempt, datasetExport, datasetImport } = tools;
  return {
    ...createKeyActions(tools),
    changeExportOptions: (changed) =>
      optionsStore.change({ ...changed, ...neededProjectId(state.read().exportOptions, changed) }),
    changeDatasetOptions: (changed) => {
      const { exportOptions } = state.read();
      if (exportOptions) optionsStore.change({ options: { ...exportOptions.options, ...changed } });
    },
    resetExportOptions: optionsStore.reset,
    exportPart: () => {
      if (whyNoPart(state.read()) !== null) return;
      attempt(words.part, () => datasetExport.start(() => partRequest(db, state.read())));
    },
    readImport: (file) =>
      attempt(words.import, async () => {
        const asked = askedFor(state.read());
        const atHand = await keyAtHand(db, asked);
        const { hash } = (atHand ?? asked.exportOptions).options;
        datasetImport.read(file.name, { zip: file, key: atHand?.key ?? null, algorithm: hash });
      }),
    applyImport: datasetImport.applyImport,
    leaveImport: datasetImport.leave,
  };
}

/** A passphrase needs a project id, made once and then passed on with the phrase. */
function neededProjectId(
  exportOptions: ExportOptions | null,
  changed: Partial<ExportOptions>,
): Partial<ExportOptions> {
  const isNeeded = changed.userIds === 'passphrase' && exportOptions?.projectId === '';
  return isNeeded ? { projectId: createProjectId((bytes) => crypto.getRandomValues(bytes)) } : {};
}
