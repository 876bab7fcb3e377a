import type { DatasetProgress } from '../../dataset/progress';
import { type Answers, askWorker } from '../call-worker';
import type { ExportJob, ExportStage, StepRequest } from './messages';

/**
 * Fills an order by a worker for each step, the next one begun when the last has ended. What one hands to the next, up to
 * 130 MB, passes through the thread that runs this. Rejects with an ExportError, or at once with the signal's reason.
 */
export async function runSteps(
  order: ExportJob,
  startStep: () => Worker,
  onProgress: (progress: DatasetProgress) => void,
  signal?: AbortSignal,
): Promise<Answers['export']> {
  let stage: ExportStage = { at: 'start' };
  for (;;) {
    const step: StepRequest = {
      kind: 'step',
      order: isFiltered(stage) ? { ...order, options: stage.options } : order,
      stage,
    };
    const answer: Answers['step'] = await askWorker(startStep(), step, onProgress, signal);
    if (answer.kind !== 'stage') return answer;
    stage = answer.stage;
  }
}

/** Whom to leave out goes no further than to the choice. */
const isFiltered = (stage: ExportStage): stage is Exclude<ExportStage, { at: 'start' | 'read' }> =>
  stage.at !== 'start' && stage.at !== 'read';

/** Fills an order from the page's side, and tells how far it is. Rejects with an ExportError or the signal's reason. */
export type RunExport = (
  order: ExportJob,
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
export function createRunExport({ startExport, startStep, isFirefox }: Workers): RunExport {
  if (isFirefox) return (order, ...rest) => runSteps(order, startStep, ...rest);
  return (order, ...rest) => askWorker(startExport(), { kind: 'export', order }, ...rest);
}
