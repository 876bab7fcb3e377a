import type { DatasetProgress } from '../../dataset/progress';
import { askWorker, type Answers } from './ask-worker';
import type { ExportOrder, ExportStage, StepOrder } from './export-messages';

/**
 * Fills an order by a worker for each step, the next one begun when the last has ended. What one hands to the next, up to
 * 130 MB, passes through the thread that runs this. Rejects with an ExportError, or at once with the signal's reason.
 */
export async function fillOrder(
  order: ExportOrder,
  startStep: () => Worker,
  onProgress: (progress: DatasetProgress) => void,
  signal?: AbortSignal,
): Promise<Answers['export']> {
  let stage: ExportStage = { at: 'start' };
  for (;;) {
    const step: StepOrder = {
      kind: 'step',
      order: isChosen(stage) ? { ...order, choices: stage.choices } : order,
      stage,
    };
    const answer: Answers['step'] = await askWorker(startStep(), step, onProgress, signal);
    if (answer.kind !== 'stage') return answer;
    stage = answer.stage;
  }
}

/** Whom to leave out goes no further than to the choice. */
const isChosen = (stage: ExportStage): stage is Exclude<ExportStage, { at: 'start' | 'harvest' }> =>
  stage.at !== 'start' && stage.at !== 'harvest';
