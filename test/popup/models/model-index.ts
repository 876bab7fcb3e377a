import type { ModelState } from '../../../src/crawl/model-state';
import { createModelsIndex, type ModelsIndex } from '../../../src/models/models-index';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { ModelsClient } from '../../../src/workers/models/models-client';

export const uidAt = (at: number) => at.toString(16).padStart(32, '0') as ModelUid;

export function putModel(
  index: ModelsIndex,
  at: number,
  changed: { state?: ModelState; name?: string; isPublic?: boolean; noAi?: boolean } = {},
): void {
  index.put({
    uid: uidAt(at),
    name: `Model ${at}`,
    state: 'complete',
    likeCount: at,
    likesCollected: at,
    tags: [],
    categories: [{ name: at % 2 === 0 ? 'Even' : 'Odd', slug: null }],
    noAi: null,
    isRestricted: null,
    order: at,
    capturedAt: at,
    readAt: null,
    causes: [],
    isPublic: true,
    ...changed,
  });
}

export function indexOf(models: number): ModelsIndex {
  const index = createModelsIndex();
  for (let at = 0; at < models; at += 1) putModel(index, at);
  return index;
}

/** Answers from the index, as the worker would. */
export function clientOf(index: ModelsIndex): ModelsClient {
  return {
    query: (query) => Promise.resolve(index.query(query)),
    refresh: (window) => Promise.resolve(index.refresh(window)),
    rows: (window) => Promise.resolve(index.rows(window)),
    uids: (window) => Promise.resolve(index.matchingUids(window ?? null)),
    chosenUids: (filter) => Promise.resolve(index.chosenUids(filter)),
    positionOf: (uid) => Promise.resolve(index.positionOf(uid)),
    placeOf: (uid) => Promise.resolve(index.placeOf(uid)),
    findValues: (facet, text, limit) => Promise.resolve(index.findValues(facet, text, limit)),
    close: () => undefined,
  };
}
