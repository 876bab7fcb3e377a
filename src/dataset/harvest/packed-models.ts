import type { Label } from '../../sketchfab/label';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { DatasetModel } from '../dataset-source';
import type { IndexList } from '../index-list';
import { numberAt } from '../number-at';
import { textAt, type TextList } from '../text-list';

/**
 * Models as columns: some 150 bytes each, where an object with its strings takes six times that. By their places in
 * `uids`, which is by id.
 */
export type PackedModels = {
  readonly uids: TextList<ModelUid>;
  readonly names: TextList;
  /** With `ownUid` for the id of the model. Empty where there is none. */
  readonly thumbnails: TextList;
  /** Each state, cause and label once. */
  readonly words: TextList;
  /** Places in `words`. */
  readonly states: Uint32Array;
  /** The same plus 1; 0 is none. */
  readonly causes: Uint32Array;
  /** -1 where the site never showed one. */
  readonly likeCounts: Float64Array;
  /** Bits of `mark`. */
  readonly marks: Uint8Array;
  /** Places in `words`: the categories of a model, then its tags. Both begin where `labelStarts` says, two for each model. */
  readonly labels: IndexList;
  readonly labelStarts: Uint32Array;
  /** When the first and the last page of its likes were read, ms since 1970; NaN where none was. */
  readonly readFrom: Float64Array;
  readonly readTo: Float64Array;
};

export const mark = {
  complete: 1,
  noAiKnown: 2,
  noAi: 4,
  restrictedKnown: 8,
  restricted: 16,
  categoriesKnown: 32,
  tagsKnown: 64,
} as const;

/** No text of the site holds control characters: `cleanText` takes them out. */
export const ownUid = '\0';
const slugAhead = '\0';

export const labelWord = ({ name, slug }: Label): string =>
  slug === null ? name : `${name}${slugAhead}${slug}`;

function labelOf(word: string): Label {
  const [name = '', slug = null] = word.split(slugAhead);
  return { name, slug };
}

/** The model at this place, each of its facts unpacked when it is asked for. */
export function modelAt(packed: PackedModels, place: number): DatasetModel {
  const is = (bit: number) => (numberAt(packed.marks, place) & bit) !== 0;
  const word = (index: number) => textAt(packed.words, index);
  const labels = (which: 0 | 1) => {
    const start = numberAt(packed.labelStarts, 2 * place + which);
    const end = numberAt(packed.labelStarts, 2 * place + which + 1);
    return Array.from(packed.labels.values.subarray(start, end), (index) => labelOf(word(index)));
  };
  return {
    get uid() {
      return textAt(packed.uids, place);
    },
    get name() {
      return textAt(packed.names, place);
    },
    get categories() {
      return is(mark.categoriesKnown) ? labels(0) : null;
    },
    get tags() {
      return is(mark.tagsKnown) ? labels(1) : null;
    },
    get state() {
      return word(numberAt(packed.states, place));
    },
    get complete() {
      return is(mark.complete);
    },
    get cause() {
      const cause = numberAt(packed.causes, place);
      return cause === 0 ? null : word(cause - 1);
    },
    get likeCount() {
      const count = numberAt(packed.likeCounts, place);
      return count === -1 ? null : count;
    },
    get noAi() {
      return is(mark.noAiKnown) ? is(mark.noAi) : null;
    },
    get isRestricted() {
      return is(mark.restrictedKnown) ? is(mark.restricted) : null;
    },
    get thumbnailUrl() {
      return textAt(packed.thumbnails, place).replaceAll(ownUid, this.uid) || null;
    },
  };
}
