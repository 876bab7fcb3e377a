import type { DatasetProgress } from '../../dataset/progress';
import { callWorker, type WorkerResult } from '../call-worker';
import type { ExportJob, ExportStage, StepRequest } from './messages';

/**
 * Runs an export in a worker for each step, the next one started when the last has ended. What one hands to the next,
 * up to 130 MB, passes through the thread that runs this. Rejects with an ExportError, or at once with the signal's
 * reason.
 */
export async function runSteps(
  job: ExportJob,
  startStep: () => Worker,
  onProgress: (progress: DatasetProgress) => void,
  signal?: AbortSignal,
): Promise<WorkerResult['export']> {
  let stage: ExportStage = { at: 'start' };
  for (;;) {
    const request: StepRequest = {
      kind: 'step',
      job: isFiltered(stage) ? { ...withoutChosen(job), options: stage.options } : job,
      stage,
    };
    const result: WorkerResult['step'] = await callWorker(startStep(), request, onProgress, signal);
    if (result.kind !== 'stage') return result;
    stage = result.stage;
  }
}

/** Nobody needs the ids again, which may be many. */
const withoutChosen = ({ chosen: _, ...rest }: ExportJob): ExportJob => rest;

/** No worker after the one that filters learns whom the dataset leaves out. */
const isFiltered = (stage: ExportStage): stage is Exclude<ExportStage, { at: 'start' | 'read' }> =>
  stage.at !== 'start' && stage.at !== 'read';

/** Runs an export for the page. Rejects with an ExportError, or at once with the signal's reason. */
export type RunExport = (
  job: ExportJob,
  onProgress: (progress: DatasetProgress) => void,
  signal: AbortSignal,
) => Promise<WorkerResult['export']>;

type Workers = {
  readonly startCoordinator: () => Worker;
  readonly startStep: () => Worker;
  /**
   * Firefox (seen in 153) hung in one of four exports whose worker started others: its thread waits for the new one to
   * be registered, on a condition that the new one waits on too, and one signal wakes only one of the two.
   */
  readonly isFirefox: boolean;
};

/** Where possible, a coordinator keeps the data that passes between steps out of the page, so that it stays responsive. */
export function createRunExport({ startCoordinator, startStep, isFirefox }: Workers): RunExport {
  if (isFirefox) return (job, ...rest) => runSteps(job, startStep, ...rest);
  return (job, ...rest) => callWorker(startCoordinator(), { kind: 'export', job }, ...rest);
}
