import type { DatasetFact, ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';

/** A captured model as the dataset needs it. */
export type DatasetModel = Pick<ModelFacts, 'uid' | Exclude<DatasetFact, 'name'>> & {
  readonly name: string;
  readonly state: string;
  /** The whole list of likes is known. */
  readonly complete: boolean;
  /** Why it is not, in our own words; `null` when it is, or when nothing went wrong. */
  readonly cause: string | null;
};

/** A captured model with its likes, both from one moment. */
export type CrawledModel = DatasetModel & {
  /** In the order of the site; a user whose like was seen on two pages stands here twice. */
  readonly userUids: readonly UserUid[];
  /** When the first and the last of its pages were read, in milliseconds since 1970; `null` when none was. */
  readonly readBetween: readonly [first: number, last: number] | null;
};

export type DatasetUser = { readonly uid: UserUid; readonly username: string | null };

/** What `dataset` needs of a store. Batches are of the caller's size and answer in the order they were asked in. */
export type DatasetSource = {
  /** Every captured model, by code unit: the frozen list that one export is about. */
  readModelUids(): Promise<readonly ModelUid[]>;
  readModels(uids: readonly ModelUid[]): Promise<readonly CrawledModel[]>;
  /**
   * People with their names, where these are kept: to leave people out by name, and to see that no name gets into a
   * file. Some of those whose ids come after this one, by code unit; none when there are no more.
   */
  readUsers(after: UserUid | null): Promise<readonly DatasetUser[]>;
  /** Requests that the crawl sent to the site, all told. */
  countRequests(): Promise<number>;
};
