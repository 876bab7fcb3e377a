import type { DatasetOptions } from '../../dataset/dataset-options';
import type { ModelUid } from '../../sketchfab/model-uid';

/** The likes that lists are computed from, as they were at one moment. */
export type LikesState = {
  readonly likes: number;
  /** With a like each. */
  readonly users: number;
  /** All models that are not left out, and those of them with likes, and with known tags. */
  readonly models: number;
  readonly likedModels: number;
  readonly taggedModels: number;
  /** In ms since 1970. */
  readonly readAt: number;
  /** What the counter of likes said then: if it says something else now, there are others by now. */
  readonly counted: number;
  /** The same for the same likes and tags. */
  readonly fingerprint: string;
  /** Imports with likes under another key, which are not counted. */
  readonly importsLeftOut: number;
  /** Whether pseudonyms can be looked up. */
  readonly hasKey: boolean;
};

/** A model in a list. */
export type ListedItem = {
  readonly uid: ModelUid;
  readonly name: string;
  /** How many people like it, of those that are counted. */
  readonly likes: number;
  /** How strongly it is recommended, beside the first of the list: more than 0, and 1 for the first. */
  readonly strength: number;
};

export type SimilarItem = ListedItem & {
  readonly likedBoth: number;
  readonly commonTags: readonly string[];
};

export type TypicalItem = ListedItem & {
  readonly isTagged: boolean;
  /** How many of those who like it also like another model with the tag. */
  readonly fans: number;
};

export type PersonalItem = ListedItem & {
  /** Of how many of the person's models it is a neighbour, and the names of those that say most for it. */
  readonly voices: number;
  readonly becauseOf: readonly string[];
};

export type ChosenModel = ListedItem & {
  /** `null` if they are unknown. */
  readonly tags: readonly string[] | null;
  /** Whether it may leave the browser. */
  readonly isPublic: boolean;
};

export type TagCount = { readonly tag: string; readonly models: number };

export type SimilarModels = {
  readonly model: ChosenModel;
  readonly byLikes: readonly SimilarItem[];
  readonly byLikesAndTags: readonly SimilarItem[];
  readonly byTags: readonly SimilarItem[];
  /** Tags that it does not carry, and those who are near to it do. */
  readonly suggestedTags: readonly TagCount[];
};

export type ModelsOfTag = {
  readonly tag: string;
  /** How many models carry it, and how many of those have likes. */
  readonly models: number;
  readonly likedModels: number;
  readonly close: readonly TagCount[];
  readonly typical: readonly TypicalItem[];
};

export type Personal = {
  /** Those that were picked and are known here; for a pseudonym, none. */
  readonly picked: readonly ListedItem[];
  /** How many models the person likes. */
  readonly liked: number;
  readonly items: readonly PersonalItem[];
};

/** Ids and names come from an address that anybody can type, so there may be nothing like it: then the result is `null`. */
export type RecommendQuestion =
  | { readonly kind: 'popular'; readonly limit: number }
  | { readonly kind: 'search'; readonly text: string; readonly limit: number }
  | { readonly kind: 'searchTags'; readonly text: string; readonly limit: number }
  | { readonly kind: 'similar'; readonly uid: ModelUid; readonly limit: number }
  | { readonly kind: 'tag'; readonly tag: string; readonly limit: number }
  | { readonly kind: 'picks'; readonly uids: readonly ModelUid[]; readonly limit: number }
  | { readonly kind: 'pseudonym'; readonly pseudonym: string; readonly limit: number };

export type RecommendResult = {
  readonly popular: readonly ListedItem[];
  /** The most liked first. */
  readonly search: readonly ListedItem[];
  readonly searchTags: readonly TagCount[];
  readonly similar: SimilarModels | null;
  readonly tag: ModelsOfTag | null;
  readonly picks: Personal;
  readonly pseudonym: Personal | null;
};

/** The first message to the worker, and the only one of its kind. Questions may follow at once. */
export type ReadLikesRequest = {
  readonly kind: 'read';
  /** Whom to leave out, as far as the page knows; the database remembers a list, too. */
  readonly excluded: DatasetOptions['excluded'];
};

export type RecommendRequest =
  ReadLikesRequest | { readonly id: number; readonly question: RecommendQuestion };

/** Why it cannot go on, as `workFailure` finds out. */
export type WorkFailure = { readonly code: 'outOfMemory' | 'unexpected'; readonly message: string };

export type RecommendReply =
  /** How much is read, from 0 to 1. */
  | { readonly kind: 'reading'; readonly share: number }
  | { readonly kind: 'read'; readonly state: LikesState }
  /** Nothing can be answered; whoever started the worker ends it. */
  | { readonly kind: 'unreadable'; readonly failure: WorkFailure }
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: RecommendResult[keyof RecommendResult];
    }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: WorkFailure };
