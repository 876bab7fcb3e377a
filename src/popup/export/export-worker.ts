import { openDatabase } from '../../store/database';
import { datasetSource } from '../../store/dataset-source';
import { importStore } from '../../store/import-store';
import { readState } from '../../store/states';
import type { ExportOrder } from './export-messages';
import { createImportFiller } from './fill-import';
import { fillOrder } from './fill-order';
import type { ImportOrder } from './import-messages';

const db = openDatabase();
const imports = importStore(db);
const countLikes = async () => (await readState(db, 'counters')).likes;
const fillImport = createImportFiller(imports);

// The page that starts this ends it too: after the last reply, or in the middle when it is cancelled.
addEventListener('message', ({ data }: MessageEvent<ExportOrder | ImportOrder>) => {
  const filled =
    'kind' in data
      ? fillImport(data).then((reply) => postMessage(reply))
      : fillOrder(data, { source: datasetSource(db), imports, countLikes }, (reply) => postMessage(reply));
  filled.catch(reportError);
});
