import type { AnsweredModel } from '../crawl/crawl-queue';
import type { ModelRequest } from '../crawl/crawl-request';
import type { HostState } from '../crawl/host-state';
import { dateCounts } from '../sketchfab/date-counts';
import { notQueuedYet } from './change-queue';
import type { LikesOutDatabase } from './database';
import { endModelStep } from './end-step';
import { wasShownToEveryone, updateFacts } from './model-row';
import { noteLearned } from './pending-backup';
import { requestsFor } from './requests-for';

/** Stores a model's facts. If its list was complete and the number of likes has changed, queues the list. */
export function saveModelFacts(
  db: LikesOutDatabase,
  request: ModelRequest,
  { facts, isPublic }: AnsweredModel,
  host: HostState,
  now: number,
): Promise<boolean> {
  return endModelStep(db, request, host, async (before) => {
    const learned = {
      ...updateFacts(before, dateCounts(facts, now), now),
      isPublic: isPublic ?? wasShownToEveryone(before),
      ...(isPublic === true && { shownAt: now }),
      isHidden: isPublic === null ? (before.isHidden ?? false) : !isPublic,
      hasAskedForFacts: true,
      factsError: null,
    };
    // An earlier failure to check a complete list is over.
    const model = learned.state === 'complete' ? { ...learned, cause: null } : learned;
    const queue = model.state === 'complete' ? await notQueuedYet(db, requestsFor(model)) : [];
    await noteLearned(db, [[before, model]]);
    return { model: { ...model, isCountFresh: false }, queue, users: 0 };
  });
}
