import { openDatabase } from '../../store/database';
import { datasetSource } from '../../store/dataset-source';
import type { ExportOrder } from './export-messages';
import { fillOrder } from './fill-order';

// The page that starts this ends it too: after the last reply, or in the middle when the export is cancelled.
addEventListener('message', ({ data }: MessageEvent<ExportOrder>) => {
  fillOrder(data, datasetSource(openDatabase()), (reply) => postMessage(reply)).catch(reportError);
});
