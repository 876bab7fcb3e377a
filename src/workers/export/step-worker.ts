import { openDatabase } from '../../store/database';
import { datasetSource } from '../../store/dataset-source';
import { deletionLock } from '../../store/delete-everything';
import { importStore } from '../../store/import-store';
import { readState } from '../../store/states';
import { buffersOf } from '../call-worker';
import { createImportRunner } from '../import/import-runner';
import type { ImportRequest } from '../import/messages';
import { openSink } from './file-sink';
import type { ExportReply, StepRequest } from './messages';
import { type ExportStore, runStep } from './run-step';

const db = openDatabase();
const imports = importStore(db);
const store: ExportStore = {
  source: datasetSource(db),
  imports,
  countLikes: async () => (await readState(db, 'counters')).likes,
  readDatabaseId: () =>
    navigator.locks.request(deletionLock, { mode: 'shared' }, () => readState(db, 'databaseId')),
  openSink,
};
const runImport = createImportRunner(imports);

// Reported as an error of this worker, or whoever sent the message would wait forever.
addEventListener('messageerror', () => reportError(new Error('the request could not be read')));

// Whoever started this worker terminates it: after the last reply, or midway when it is cancelled.
addEventListener('message', ({ data }: MessageEvent<StepRequest | ImportRequest>) => {
  const ended =
    data.kind === 'step'
      ? runStep(data, store, reply)
      : runImport(data).then((answer) => postMessage(answer));
  ended.catch(reportError);
});

function reply(message: ExportReply): void {
  postMessage(message, { transfer: buffersOf(message) });
}
