import type { RetryOutcome } from '../../crawl/retry-outcome';
import type { ModelsAddress } from '../../models/models-address';
import type { ModelFilter, OpenFacet } from '../../models/model-filter';
import type { FacetValue, ModelPlace, ModelsAnswer, RowWindow } from '../../models/models-answer';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { ModelDetails } from '../../store/model-details';
import type { ModelsReading } from '../../workers/models/messages';

/** What is known of the models while their view is open. */
export type ModelsSnapshot = {
  /** `null` until the first answer. Its window holds the rows that were read last. */
  readonly answer: ModelsAnswer | null;
  /** The filter that it answers, as an address; `null` until the first answer. */
  readonly answered: string | null;
  /** How far the first reading has come; `null` once all models are read. */
  readonly reading: ModelsReading;
  /** Whether the answer is to an older question, and the one to the present question takes long. */
  readonly isCounting: boolean;
  /** Why the models cannot be read; `null` if they can. */
  readonly failure: string | null;
  /** Values that contain what was typed to find one; `null` if nobody looks for one. */
  readonly found: FoundValues | null;
  readonly selected: ReadonlySet<ModelUid>;
  /** The model whose sheet is open; `null` if none is. */
  readonly sheet: OpenSheet | null;
  /** What was just done, for a while. */
  readonly notice: ModelsNotice | null;
};

export type FoundValues = { readonly facet: OpenFacet; readonly values: readonly FacetValue[] };

export type OpenSheet = {
  readonly uid: ModelUid;
  /** `null` until they are read. */
  readonly details: ModelDetails | 'missing' | null;
  readonly place: ModelPlace | null;
};

export type ModelsNotice =
  | {
      /** Left out of datasets, which can be undone. */
      readonly kind: 'left-out';
      /** Those that were not left out before. */
      readonly uids: readonly ModelUid[];
      /** Of the only one; `null` if there are several or it has none. */
      readonly name: string | null;
    }
  /** To be removed when the notice ends, unless that is undone. */
  | { readonly kind: 'removing'; readonly uids: readonly ModelUid[]; readonly name: string | null }
  | { readonly kind: 'retried'; readonly outcome: RetryOutcome };

export type ModelsActions = {
  /** The view shows what this address asks for. */
  readonly listModels: (address: ModelsAddress) => void;
  /** The view was left. */
  readonly leaveModels: () => void;
  /** Goes to another filter or order. What is typed letter by letter is one step back. */
  readonly goToModels: (address: ModelsAddress, isTyping?: boolean) => void;
  /** Shows the view of the dataset, for the models of this filter. */
  readonly chooseModels: (filter: ModelFilter) => void;
  readonly readModelRows: (window: RowWindow) => void;
  /** Reads the list from the start, after that failed. */
  readonly readAgain: () => void;
  readonly showAllValues: (facet: OpenFacet) => void;
  /** An empty text ends the search. */
  readonly findValues: (facet: OpenFacet, text: string) => void;
  readonly selectModel: (uid: ModelUid, isSelected: boolean) => void;
  /** Adds the rows of the window. */
  readonly selectModelRows: (window: RowWindow) => void;
  readonly selectAllModels: () => void;
  readonly clearSelection: () => void;
  readonly openSelected: () => void;
  /** Goes to the address of the sheet, and back from it. */
  readonly openSheet: (uid: ModelUid) => void;
  readonly closeSheet: () => void;
  /** Follows what is stored of the model whose sheet the address opens; of none with `null`. */
  readonly followModel: (uid: ModelUid | null) => void;
  /** Asks where the model of the sheet stands in the list. */
  readonly placeModel: (uid: ModelUid) => void;
  /** Reads these once more, as far as something of them is missing. If they were about to be removed, they stay. */
  readonly retry: (uids: readonly ModelUid[]) => void;
  /** If they were about to be removed, they stay. */
  readonly leaveOut: (uids: readonly ModelUid[]) => void;
  /**
   * Removes these with their likes when the notice about it ends or the view is left, and not before. Asked once more for
   * the same ones, it changes nothing.
   */
  readonly remove: (uids: readonly ModelUid[]) => void;
  /** Takes back what the notice tells of. */
  readonly undo: () => void;
  readonly forgetNotice: () => void;
};

export const unreadModels: ModelsSnapshot = {
  answer: null,
  answered: null,
  reading: { read: 0, total: 0 },
  isCounting: false,
  failure: null,
  found: null,
  selected: new Set(),
  sheet: null,
  notice: null,
};

/** More tabs at once would be a burden for the browser and the site. */
export const mostTabs = 10;
/** More would make a list to leave out that nobody can check. */
export const mostLeftOut = 1_000;
