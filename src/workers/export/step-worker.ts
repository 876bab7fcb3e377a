import { openDatabase } from '../../store/database';
import { datasetSource } from '../../store/dataset-source';
import { importStore } from '../../store/import-store';
import { readState } from '../../store/states';
import { buffersOf } from '../call-worker';
import type { ImportRequest } from '../import/messages';
import { createImportRunner } from '../import/run-import';
import { openSink } from './file-sink';
import type { ExportReply, StepRequest } from './messages';
import { takeStep } from './run-step';

const db = openDatabase();
const imports = importStore(db);
const countLikes = async () => (await readState(db, 'counters')).likes;
const readDatabaseId = () => readState(db, 'databaseId');
const runImport = createImportRunner(imports);

// Told as an error of this worker: who asked would wait for ever.
addEventListener('messageerror', () =>
  reportError(new Error('what was asked of the worker could not be read')),
);

// Who starts this ends it too: after the last reply, or in the middle when it is cancelled.
addEventListener('message', ({ data }: MessageEvent<StepRequest | ImportRequest>) => {
  const filled =
    data.kind === 'step'
      ? takeStep(data, { source: datasetSource(db), imports, countLikes, readDatabaseId, openSink }, replyTo)
      : runImport(data).then((reply) => postMessage(reply));
  filled.catch(reportError);
});

function replyTo(reply: ExportReply): void {
  postMessage(reply, { transfer: buffersOf(reply) });
}
