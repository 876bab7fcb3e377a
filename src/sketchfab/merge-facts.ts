import type { ModelFacts } from './model-facts';

/** What two sources say of one model: the first is believed, the second fills where it is silent. */
export function mergeFacts(first: ModelFacts, second: ModelFacts): ModelFacts {
  return {
    uid: first.uid,
    name: first.name ?? second.name,
    likeCount: first.likeCount ?? second.likeCount,
    ownerUid: first.ownerUid ?? second.ownerUid,
    tags: first.tags ?? second.tags,
    categories: first.categories ?? second.categories,
    // The owner's wish counts wherever it stands: a page can carry the robots meta and not the tag.
    noAi: first.noAi === true || second.noAi === true ? true : (first.noAi ?? second.noAi),
    isRestricted: first.isRestricted ?? second.isRestricted,
    thumbnailUrl: first.thumbnailUrl ?? second.thumbnailUrl,
  };
}
