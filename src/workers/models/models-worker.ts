import { createModelsIndex } from '../../models/models-index';
import { openDatabase } from '../../store/database';
import { createQuestionHandler } from './answer-questions';
import { atMostEvery } from './at-most-every';
import { followModels } from './follow-models';
import type { ModelsReply, ModelsRequest } from './messages';

/** A page that is told more often does nothing else. */
const betweenChangesMs = 500;

const reply = (message: ModelsReply, transfer: Transferable[] = []) => postMessage(message, { transfer });

const index = createModelsIndex();
const followed = followModels({
  db: openDatabase(),
  index,
  onChange: atMostEvery(betweenChangesMs, () => reply({ kind: 'changed', reading: followed.reading() })),
  onUnreadable: (message) => reply({ kind: 'unreadable', message }),
});
const handle = createQuestionHandler({
  index,
  isReading: () => followed.reading() !== null,
  reply,
  defer: (run) => setTimeout(run),
});

// Reported as an error of this worker, or whoever sent the message would wait forever.
addEventListener('messageerror', () => reportError(new Error('the question could not be read')));

addEventListener('message', ({ data }: MessageEvent<ModelsRequest>) => {
  if (data.question.kind === 'query') followed.wake();
  handle(data);
});
