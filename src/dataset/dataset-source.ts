import type { DatasetFact, ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';

/** What `dataset` needs from a store. */
export type DatasetSource = {
  /** The ids of all captured models, sorted by code unit: the fixed list of one export. */
  readModelUids(): Promise<readonly ModelUid[]>;
  /** The models with these ids, in this order. */
  readModels(uids: readonly ModelUid[]): Promise<readonly CrawledModel[]>;
  /**
   * Some of the users with ids after this one by code unit, none if there are no more. Their names, as far as they are
   * stored, serve to exclude users by name and to keep names out of the files.
   */
  readUsers(after: UserUid | null): Promise<readonly DatasetUser[]>;
  /** Requests that the crawl sent to the site in total. */
  countRequests(): Promise<number>;
};

/** A captured model as the dataset needs it. */
export type DatasetModel = Pick<ModelFacts, 'uid' | Exclude<DatasetFact, 'name'>> & {
  readonly name: string;
  /** Whether the site has shown the model to everyone, as far as this browser knows. */
  readonly isPublic: boolean;
  readonly state: string;
  /** Whether the list of likes is complete. */
  readonly complete: boolean;
  /** Whether it was complete at some time. */
  readonly wasWhole: boolean;
  /** Why it is incomplete, in our words; null if it is complete or if nothing went wrong. */
  readonly cause: string | null;
};

/** A captured model with its likes, both read in one transaction. */
export type CrawledModel = DatasetModel & {
  /** In site order; a user whose like was seen on two pages occurs twice. */
  readonly userUids: readonly UserUid[];
  /**
   * Users whom the browser knows from elsewhere than the list: the owner of the model, and those on pages or in earlier
   * lists that the current one does not have. Only for the leak scan, since each id is a raw id. May have repeats.
   */
  readonly otherUserUids: readonly UserUid[];
  /** When the first and the last page of likes were read, in ms since 1970; null if none was. */
  readonly readBetween: readonly [first: number, last: number] | null;
};

export type DatasetUser = { readonly uid: UserUid; readonly username: string | null };
