import type { StringList } from '../../dataset/columns/string-list';
import type { ModelFilter, OpenFacet } from '../../models/model-filter';
import type {
  FacetValue,
  ListedModels,
  ModelPlace,
  ModelsAnswer,
  ModelsQuery,
  RowWindow,
} from '../../models/models-answer';
import type { ModelUid } from '../../sketchfab/model-uid';

/** What the page may ask of the worker that holds the models. */
export type ModelsQuestion =
  /** Makes a new list. Of several that wait, only the last is answered. */
  | ({ readonly kind: 'query' } & ModelsQuery)
  /** The same list with what has changed since, to be asked after `changed`. */
  | { readonly kind: 'refresh'; readonly window: RowWindow }
  | { readonly kind: 'rows'; readonly window: RowWindow }
  /** The ids of the rows that match, in their order: of all, or of those in the window. */
  | { readonly kind: 'uids'; readonly window: RowWindow | null }
  /** The ids of all models that match this filter, whatever is listed, in any order. */
  | { readonly kind: 'chosen'; readonly filter: ModelFilter }
  | { readonly kind: 'position'; readonly uid: ModelUid }
  | { readonly kind: 'place'; readonly uid: ModelUid }
  /** Values of a facet that contain the text, with their counts as in the last answer. */
  | {
      readonly kind: 'values';
      readonly facet: OpenFacet;
      readonly text: string;
      readonly limit: number;
    };

export type ModelsRequest = { readonly id: number; readonly question: ModelsQuestion };

/** The replies to one request, by the kind of its question. */
export type ModelsResult = {
  /** `null` if a later query made it needless. */
  readonly query: ModelsAnswer | null;
  readonly refresh: ModelsAnswer | null;
  readonly rows: ListedModels;
  readonly uids: StringList<ModelUid>;
  readonly chosen: StringList<ModelUid>;
  /** The place in the list; `null` if the model is not in it. */
  readonly position: number | null;
  /** `null` if the model is not known. */
  readonly place: ModelPlace | null;
  readonly values: readonly FacetValue[];
};

/** How far the first reading of the database has come; `null` once it is read. Answers count what has been read. */
export type ModelsReading = { readonly read: number; readonly total: number } | null;

export type ModelsReply =
  | {
      readonly kind: 'result';
      readonly id: number;
      readonly result: ModelsResult[keyof ModelsResult];
    }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  /** Models were read or have changed, at most twice a second: time to ask for `refresh`. */
  | { readonly kind: 'changed'; readonly reading: ModelsReading }
  /** The database could not be read. What was read before is still answered. */
  | { readonly kind: 'unreadable'; readonly message: string };
