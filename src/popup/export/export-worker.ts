import { openDatabase } from '../../store/database';
import { datasetSource } from '../../store/dataset-source';
import { importStore } from '../../store/import-store';
import { readState } from '../../store/states';
import { buffersOf } from './buffers-of';
import type { ExportReply, StagedOrder } from './export-messages';
import { createImportFiller } from './fill-import';
import { fillOrder } from './fill-order';
import type { ImportOrder } from './import-messages';
import { openSink } from './open-sink';

const db = openDatabase();
const imports = importStore(db);
const countLikes = async () => (await readState(db, 'counters')).likes;
const readEpoch = () => readState(db, 'epoch');
const fillImport = createImportFiller(imports);

// The page that starts this ends it too: after the last reply, or in the middle when it is cancelled.
addEventListener('message', ({ data }: MessageEvent<StagedOrder | ImportOrder>) => {
  const filled =
    'kind' in data
      ? fillImport(data).then((reply) => postMessage(reply))
      : fillOrder(data, { source: datasetSource(db), imports, countLikes, readEpoch, openSink }, replyTo);
  filled.catch(reportError);
});

function replyTo(reply: ExportReply): void {
  postMessage(reply, { transfer: buffersOf(reply) });
}
