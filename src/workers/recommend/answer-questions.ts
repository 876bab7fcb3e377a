import { stringAt, stringsOf } from '../../dataset/columns/string-list';
import { numberAt } from '../../dataset/columns/uint32-list';
import { isImportedUser } from '../../dataset/pseudonyms/imported-user';
import { modelAt } from '../../dataset/snapshot/packed-models';
import { rowOf } from '../../recommend/matrix/binary-matrix';
import { transpose } from '../../recommend/matrix/transpose';
import { cosineRule } from '../../recommend/neighbours/cosine';
import { inverseFrequencies, likesAsFeatures, tagsAsFeatures } from '../../recommend/neighbours/features';
import { countLikedBoth } from '../../recommend/neighbours/liked-both';
import { likesAndTagsRule } from '../../recommend/neighbours/likes-and-tags';
import { nearestItems, type Neighbours } from '../../recommend/neighbours/neighbour-rule';
import { recommendFor } from '../../recommend/neighbours/recommend-for';
import { itemsByPopularity } from '../../recommend/popularity';
import { suggestTagsByVotes } from '../../recommend/tags/suggest-tags';
import { fewestTagged, tagFans } from '../../recommend/tags/tag-fans';
import type { UserUid } from '../../sketchfab/user-uid';
import { itemOf, likesOf, type CollectedLikes } from './collected-likes';
import { createListWriter } from './list-writer';
import type { ModelsOfTag, Personal, RecommendQuestion, RecommendResult, SimilarModels } from './messages';
import { createSearch } from './search-models';

/** As the baseline Item-kNN has it. */
const shrinkage = 10;
const neighbours = 100;
/** Tags in common with a model that has few: so many more that it does not have. */
const tagShrinkage = 3;
const votingNeighbours = 50;
const shownTags = 8;
const namedVoices = 2;

export type AnswerQuestion = (question: RecommendQuestion) => RecommendResult[RecommendQuestion['kind']];

/** Answers from likes that were read once. Only the rows that are asked for are computed, each in milliseconds. */
export function createAnswers(collected: CollectedLikes): AnswerQuestion {
  const { likes, itemTags, tags, models, userUids, key } = collected;
  const byLikes = likesAsFeatures(likes);
  const byTags = tagsAsFeatures(itemTags);
  const likesRule = cosineRule([byLikes], shrinkage);
  const bothRule = likesAndTagsRule(byLikes, byTags);
  const tagsRule = cosineRule([byTags]);
  const byTag = transpose(itemTags);
  const closeTagsRule = cosineRule([{ byItem: byTag, byFeature: itemTags }], tagShrinkage);
  const frequencies = inverseFrequencies(byTag);
  const popular = itemsByPopularity(likes);
  const placeOfTag = new Map([...stringsOf(tags)].map((tag, place) => [tag, place]));
  const { listed, tagCounts } = createListWriter(collected, byTag);
  const search = createSearch(collected, popular);

  const tagNames = (item: number) => Array.from(rowOf(itemTags, item), (tag) => stringAt(tags, tag));

  function similar(item: number, limit: number): SimilarModels {
    const own = new Set(rowOf(itemTags, item));
    const items = (found: Neighbours) =>
      listed(found, (other) => ({
        likedBoth: countLikedBoth(rowOf(likes.byItem, item), rowOf(likes.byItem, other)),
        commonTags: Array.from(rowOf(itemTags, other))
          .filter((tag) => own.has(tag))
          .sort((a, b) => numberAt(frequencies, b) - numberAt(frequencies, a))
          .map((tag) => stringAt(tags, tag)),
      }));
    const { name, tags: ownTags, isPublic } = modelAt(models, item);
    const voters = nearestItems(likesRule, item, votingNeighbours);
    return {
      model: {
        ...{ uid: modelAt(models, item).uid, name, strength: 1, isPublic },
        likes: likesOf(collected, item),
        tags: ownTags && tagNames(item),
      },
      byLikes: items(nearestItems(likesRule, item, limit)),
      byLikesAndTags: items(nearestItems(bothRule, item, limit)),
      byTags: items(nearestItems(tagsRule, item, limit)),
      suggestedTags: tagCounts(
        suggestTagsByVotes(voters, itemTags, frequencies, Uint32Array.from(own), shownTags),
      ),
    };
  }

  function ofTag(tag: number, limit: number): ModelsOfTag {
    const carriers = rowOf(byTag, tag);
    const liked = carriers.filter((item) => likesOf(collected, item) > 0);
    const fans = tagFans(likes, liked);
    const isTagged = new Set(carriers);
    const typical = liked.length < fewestTagged ? nothing : fans.nearest(limit);
    return {
      tag: stringAt(tags, tag),
      models: carriers.length,
      likedModels: liked.length,
      close: tagCounts(nearestItems(closeTagsRule, tag, shownTags)),
      typical: listed(typical, (item) => ({ isTagged: isTagged.has(item), fans: fans.countFans(item) })),
    };
  }

  function personal(liked: Uint32Array, limit: number): Omit<Personal, 'picked'> {
    const { items, scores, becauseOf } = recommendFor(likesRule, liked, { neighbours, limit });
    return {
      liked: liked.length,
      items: listed({ items, scores }, (item) => {
        const voices = becauseOf(item);
        const loudest = voices.subarray(0, namedVoices);
        return {
          voices: voices.length,
          becauseOf: Array.from(loudest, (source) => modelAt(models, source).name),
        };
      }),
    };
  }

  /** A pseudonym leads to a user only by hashing all of them: it cannot be undone. */
  function userWith(pseudonym: string): number | null {
    if (!key) return null;
    let user = 0;
    for (const uid of stringsOf(userUids)) {
      if (pseudonymOf(uid, key) === pseudonym) return user;
      user += 1;
    }
    return null;
  }

  return (question) => {
    const { limit } = question;
    switch (question.kind) {
      case 'popular':
        return listed(
          asScores(popular.subarray(0, limit), (item) => likesOf(collected, item)),
          () => ({}),
        );
      case 'search':
        return search.models(question.text, limit);
      case 'searchTags':
        return tagCounts(search.tags(question.text, limit, byTag));
      case 'similar': {
        const item = itemOf(collected, question.uid);
        return item === null ? null : similar(item, limit);
      }
      case 'tag': {
        const tag = placeOfTag.get(question.tag.toLowerCase());
        return tag === undefined ? null : ofTag(tag, limit);
      }
      case 'picks': {
        const known = question.uids.map((uid) => itemOf(collected, uid)).filter((item) => item !== null);
        const items = Uint32Array.from(new Set(known));
        return {
          picked: listed(
            asScores(items, () => 1),
            () => ({}),
          ),
          ...personal(items, limit),
        };
      }
      case 'pseudonym': {
        const user = userWith(question.pseudonym);
        return user === null ? null : { picked: [], ...personal(rowOf(likes.byUser, user), limit) };
      }
    }
  };

  function pseudonymOf(uid: UserUid, { pseudonymOf: hash }: NonNullable<typeof key>): string {
    return isImportedUser(uid) ? uid.slice(1) : hash(uid);
  }
}

const nothing: Neighbours = { items: new Uint32Array(0), scores: new Float64Array(0) };

/** A list in an order of its own. Items without a score are left out. */
function asScores(items: Uint32Array, scoreOf: (item: number) => number): Neighbours {
  const kept = items.filter((item) => scoreOf(item) > 0);
  return { items: kept, scores: Float64Array.from(kept, scoreOf) };
}
