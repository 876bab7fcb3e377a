import type { DatasetProgress } from '../../dataset/progress';
import { askWorker, type Answers } from './ask-worker';
import type { ExportOrder } from './export-messages';
import { fillOrder } from './fill-order';

/** Fills an order from the page's side, and tells how far it is. Rejects with an ExportError or the signal's reason. */
export type Fill = (
  order: ExportOrder,
  onProgress: (progress: DatasetProgress) => void,
  signal: AbortSignal,
) => Promise<Answers['export']>;

type Workers = {
  /** One that starts those of the steps itself. */
  readonly startExport: () => Worker;
  readonly startStep: () => Worker;
  /**
   * Firefox (seen in 153) hung in one of four exports whose worker started others: its thread waits for the new one to
   * be registered, on a condition that the new one waits on too, and the word of it wakes one of the two.
   */
  readonly isFirefox: boolean;
};

/** Where it can be, what the steps hand on stays out of the page, which then answers a person at once. */
export function chooseFill({ startExport, startStep, isFirefox }: Workers): Fill {
  if (isFirefox) return (order, ...rest) => fillOrder(order, startStep, ...rest);
  return (order, ...rest) => askWorker(startExport(), { kind: 'export', order }, ...rest);
}
