import { isSettled } from '../../../src/crawl/model-state';
import type { LikesOutDatabase } from '../../../src/store/database';
import { expectTrueCounters } from '../../store/true-counters';

/** Throws if the rows are inconsistent, which they may be at no moment, above all after a death. */
export async function checkRows(db: LikesOutDatabase): Promise<void> {
  const [models, requests, pages] = await Promise.all([
    db.models.toArray(),
    db.requests.toArray(),
    db.likesPages.toArray(),
  ]);
  const byUid = new Map(models.map((model) => [model.uid, model]));
  const rows = new Set(pages.map(({ modelUid, sweep, index }) => `${modelUid} ${sweep} ${index}`));
  const listed = new Set<string>();
  for (const request of requests) {
    if (request.kind === 'discovery' || request.state !== 'pending') continue;
    const { uniqueKey, modelUid, sweep, pageIndex, kind } = request;
    if (!byUid.has(modelUid)) throw new Error(`torn: ${uniqueKey} asks about a model that is not there`);
    if (kind !== 'likes') continue;
    listed.add(modelUid);
    for (let index = 0; index < pageIndex; index++) {
      if (!rows.has(`${modelUid} ${sweep} ${index}`))
        throw new Error(`torn: ${uniqueKey} is at page ${pageIndex}, and page ${index} is not stored`);
    }
    if (rows.has(`${modelUid} ${sweep} ${pageIndex}`))
      throw new Error(`torn: ${uniqueKey} asks for page ${pageIndex}, which is stored already`);
  }
  for (const { uid, state } of models) {
    if (!isSettled(state) && state !== 'new' && !listed.has(uid))
      throw new Error(`stuck: ${uid} is ${state}, and nothing will be asked`);
  }
  await expectTrueCounters(db);
}
