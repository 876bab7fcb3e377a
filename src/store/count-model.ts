import { isSettled } from '../crawl/model-state';
import { isOfShard, type Shard } from '../crawl/own-shard';
import { addWork, type Counters, noWork, workOf } from './counters';
import { isKnownPublic, type ModelRow } from './model-row';
import { requestsFor } from './requests-for';

/** What a model adds to the counters. Every change of a row goes through here, so the totals cannot drift from the rows. */
type Share = Pick<
  Counters,
  'models' | 'likes' | 'likesShown' | 'likesOfShown' | 'elsewhere' | 'notPublic' | 'plan'
>;

const nothing: Share = {
  models: 0,
  likes: 0,
  likesShown: 0,
  likesOfShown: 0,
  elsewhere: 0,
  notPublic: 0,
  plan: noWork,
};

function shareOf(model: ModelRow, shard: Shard): Share {
  const { likeCount, likesCollected, state } = model;
  const isOurs = isOfShard(model.uid, shard);
  const isExpected = isSettled(state) && state !== 'gone' && likeCount !== null;
  return {
    models: 1,
    likes: likesCollected,
    likesShown: isExpected ? likeCount : 0,
    likesOfShown: isExpected ? Math.min(likesCollected, likeCount) : 0,
    elsewhere: Number(!isOurs && state === 'new'),
    notPublic: Number(!isKnownPublic(model)),
    plan: isOurs ? workOf(requestsFor(model)) : noWork,
  };
}

/** Recounts the counters that depend on the shard. */
export function countPlan(
  models: readonly ModelRow[],
  shard: Shard,
): Pick<Counters, 'shard' | 'elsewhere' | 'plan'> {
  const shares = models.map((model) => shareOf(model, shard));
  return {
    shard,
    elsewhere: shares.reduce((sum, share) => sum + share.elsewhere, 0),
    plan: shares.reduce((sum, share) => addWork(sum, share.plan, noWork), noWork),
  };
}

/** The counters after a model was added (`before` undefined), changed, or removed (`after` undefined). */
export function recount(
  counters: Counters,
  before: ModelRow | undefined,
  after: ModelRow | undefined,
): Counters {
  const minus = before ? shareOf(before, counters.shard) : nothing;
  const plus = after ? shareOf(after, counters.shard) : nothing;
  const byState = { ...counters.byState };
  if (before) byState[before.state] -= 1;
  if (after) byState[after.state] += 1;
  return {
    ...counters,
    byState,
    byCause: recountCauses(counters.byCause, causesOf(before), causesOf(after)),
    withoutFacts: counters.withoutFacts + Number(hasFactsError(after)) - Number(hasFactsError(before)),
    models: counters.models + plus.models - minus.models,
    likes: counters.likes + plus.likes - minus.likes,
    likesShown: counters.likesShown + plus.likesShown - minus.likesShown,
    likesOfShown: counters.likesOfShown + plus.likesOfShown - minus.likesOfShown,
    elsewhere: counters.elsewhere + plus.elsewhere - minus.elsewhere,
    notPublic: counters.notPublic + plus.notPublic - minus.notPublic,
    plan: addWork(counters.plan, plus.plan, minus.plan),
  };
}

const hasFactsError = (model: ModelRow | undefined) => (model?.factsError ?? null) !== null;

/** What went wrong with a model, as `byCause` counts it. */
export function causesOf(model: ModelRow | undefined): readonly string[] {
  if (!model) return [];
  const facts = model.factsError === null ? null : `no tags and categories: ${model.factsError}`;
  return [model.cause, facts].filter((cause) => cause !== null);
}

function recountCauses(byCause: Counters['byCause'], before: readonly string[], after: readonly string[]) {
  const counts = new Map(Object.entries(byCause));
  for (const cause of before) counts.set(cause, (counts.get(cause) ?? 0) - 1);
  for (const cause of after) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return Object.fromEntries([...counts].filter(([, models]) => models > 0));
}
