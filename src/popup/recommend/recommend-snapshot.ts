import type { ModelUid } from '../../sketchfab/model-uid';
import type {
  LikesState,
  ListedItem,
  ModelsOfTag,
  Personal,
  SimilarModels,
  TagCount,
  WorkFailure,
} from '../../workers/recommend/messages';
import type { RecommendAddress } from './recommend-address';

/** What is known of recommendations while their view is open. */
export type RecommendSnapshot = {
  /** What lists are computed from; `null` until it was first read. */
  readonly data: LikesState | null;
  /** How much is read, from 0 to 1; `null` while nothing is being read. */
  readonly reading: number | null;
  /** Whether the user has stopped the reading. */
  readonly isStopped: boolean;
  /** Why there are no lists; `null` if there may be. */
  readonly failure: WorkFailure | null;
  /** The last answer. It may be to an address that was left. */
  readonly shown: Shown | null;
  /** What was found for what is being typed. */
  readonly suggested: Suggested | null;
};

export type Shown =
  | { readonly at: 'start'; readonly models: readonly ListedItem[] }
  | { readonly at: 'model'; readonly uid: ModelUid; readonly answer: SimilarModels | null }
  | { readonly at: 'tags'; readonly tags: readonly TagCount[] }
  | { readonly at: 'tag'; readonly tag: string; readonly answer: ModelsOfTag | null }
  | {
      readonly at: 'person';
      readonly picks: readonly ModelUid[];
      readonly pseudonym: string | null;
      readonly answer: Personal | null;
    };

export type Suggested =
  | { readonly of: 'models'; readonly text: string; readonly found: readonly ListedItem[] }
  | { readonly of: 'tags'; readonly text: string; readonly found: readonly TagCount[] };

export type RecommendActions = {
  /** The view shows what this address asks for, and reads the likes unless that is done. */
  readonly showRecommendations: (address: RecommendAddress) => void;
  readonly goToRecommendations: (address: RecommendAddress) => void;
  readonly readLikesAgain: () => void;
  readonly stopReadingLikes: () => void;
  /** Everything was deleted. */
  readonly forgetLikes: () => void;
  /** An empty text ends the search. */
  readonly suggest: (of: Suggested['of'], text: string) => void;
  readonly openOnSketchfab: (uid: ModelUid) => void;
};

export const unreadRecommendations: RecommendSnapshot = {
  data: null,
  reading: 0,
  isStopped: false,
  failure: null,
  shown: null,
  suggested: null,
};

/** Of a row: what is seen at first, and all. */
export const fewItems = 6;
export const allItems = 24;
