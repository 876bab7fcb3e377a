import type { ModelRequest } from '../crawl/crawl-request';
import type { HostState } from '../crawl/host-state';
import type { ModelFacts } from '../sketchfab/model-facts';
import { notQueuedYet } from './change-queue';
import type { LikesOutDatabase } from './database';
import { endModelStep } from './end-step';
import { learn } from './model-row';
import { noteLearned } from './pending-backup';
import { requestsFor } from './requests-for';

/** Takes in what the site says of one model. If its list was whole and the number of likes is another now, the list is queued. */
export function saveModelFacts(
  db: LikesOutDatabase,
  request: ModelRequest,
  facts: ModelFacts,
  host: HostState,
  now: number,
): Promise<boolean> {
  return endModelStep(db, request, host, async (before) => {
    const learned = { ...learn(before, facts, now), hasAskedForFacts: true, factsError: null };
    // What kept an earlier crawl from looking at a complete list does not any more.
    const model = learned.state === 'complete' ? { ...learned, cause: null } : learned;
    const queue = model.state === 'complete' ? await notQueuedYet(db, requestsFor(model)) : [];
    await noteLearned(db, [[before, model]]);
    return { model: { ...model, isCountFresh: false }, queue, users: 0 };
  });
}
