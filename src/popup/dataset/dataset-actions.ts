import { createProjectId } from '../../dataset/pseudonyms/pseudonym-key';
import { message } from '../../i18n/message';
import { send } from '../../messaging/send';
import type { createDatasetExport } from '../../workers/export/export-dataset';
import type { createDatasetImport } from '../../workers/import/import-dataset';
import type { DatasetActions } from '../page-snapshot';
import { whyNoPart } from './can-export';
import { keyRequest, partRequest } from './export-request';
import { createKeyActions } from './keys/key-actions';
import { existingKey } from './keys/key-for-export';
import type { ExportOptions } from './options';

type Tools = Parameters<typeof createKeyActions>[0] & {
  readonly datasetExport: Pick<ReturnType<typeof createDatasetExport>, 'start'>;
  readonly datasetImport: ReturnType<typeof createDatasetImport>;
};

/** What the buttons and fields of the dataset and import sections do. */
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
    resetExportOptions: () => attempt(message('options_notReset'), () => optionsStore.reset()),
    exportPart: () => {
      if (whyNoPart(state.read()) !== null) return;
      attempt(message('part_notWritten'), () => datasetExport.start(() => partRequest(db, state.read())));
    },
    readImport: (file) =>
      attempt(message('import_notOpened'), async () => {
        const request = keyRequest(state.read());
        const existing = await existingKey(db, request);
        const { hash } = (existing ?? request.exportOptions).options;
        datasetImport.read(file.name, { zip: file, key: existing?.key ?? null, algorithm: hash });
      }),
    applyImport: datasetImport.applyImport,
    cancelImport: datasetImport.cancelImport,
    // An export numbers the models when it begins.
    removeImport: (importId) =>
      attempt(message('import_notRemoved'), () =>
        navigator.locks.request('dataset-export', () => send('removeImport', importId)),
      ),
  };
}

/** A passphrase needs a project id, created once and shared together with it. */
function neededProjectId(
  exportOptions: ExportOptions | null,
  changed: Partial<ExportOptions>,
): Partial<ExportOptions> {
  const isNeeded = changed.userIds === 'passphrase' && exportOptions?.projectId === '';
  return isNeeded ? { projectId: createProjectId((bytes) => crypto.getRandomValues(bytes)) } : {};
}
