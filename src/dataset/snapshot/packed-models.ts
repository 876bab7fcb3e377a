import type { Label } from '../../sketchfab/label';
import type { ModelUid } from '../../sketchfab/model-uid';
import { stringAt, type StringList } from '../columns/string-list';
import { type Uint32List, numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';

/**
 * Models as columns: some 150 bytes each, where an object with its strings takes six times that. By their places in
 * `uids`, which is by id.
 */
export type PackedModels = {
  readonly uids: StringList<ModelUid>;
  readonly names: StringList;
  /** Each state, cause, label and beginning of an address once. */
  readonly words: StringList;
  /** Addresses up to the id of the model: places in `words` plus 1; 0 where there is none. */
  readonly thumbnailStarts: Uint32Array;
  /** The rest of each, with `ownUid` for the id. */
  readonly thumbnails: StringList;
  /** Places in `words`. */
  readonly states: Uint32Array;
  /** The same plus 1; 0 is none. */
  readonly causes: Uint32Array;
  /** -1 where the site never showed one. */
  readonly likeCounts: Float64Array;
  /** Bits of `mark`. */
  readonly marks: Uint8Array;
  /** Places in `words`: the categories of a model, then its tags. Both begin where `labelStarts` says, two for each model. */
  readonly labels: Uint32List;
  readonly labelStarts: Uint32Array;
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
  return new UnpackedModel(packed, place);
}

/** A class, since an object of its own would hold a function for every fact. */
class UnpackedModel implements DatasetModel {
  readonly #packed: PackedModels;
  readonly #place: number;

  constructor(packed: PackedModels, place: number) {
    this.#packed = packed;
    this.#place = place;
  }

  get uid() {
    return stringAt(this.#packed.uids, this.#place);
  }

  get name() {
    return stringAt(this.#packed.names, this.#place);
  }

  get categories() {
    return this.#is(mark.categoriesKnown) ? this.#labels(0) : null;
  }

  get tags() {
    return this.#is(mark.tagsKnown) ? this.#labels(1) : null;
  }

  get state() {
    return stringAt(this.#packed.words, numberAt(this.#packed.states, this.#place));
  }

  get complete() {
    return this.#is(mark.complete);
  }

  get cause() {
    const cause = numberAt(this.#packed.causes, this.#place);
    return cause === 0 ? null : stringAt(this.#packed.words, cause - 1);
  }

  get likeCount() {
    const count = numberAt(this.#packed.likeCounts, this.#place);
    return count === -1 ? null : count;
  }

  get noAi() {
    return this.#is(mark.noAiKnown) ? this.#is(mark.noAi) : null;
  }

  get isRestricted() {
    return this.#is(mark.restrictedKnown) ? this.#is(mark.restricted) : null;
  }

  get thumbnailUrl() {
    const start = numberAt(this.#packed.thumbnailStarts, this.#place);
    if (start === 0) return null;
    const rest = stringAt(this.#packed.thumbnails, this.#place);
    return `${stringAt(this.#packed.words, start - 1)}${rest.replaceAll(ownUid, () => this.uid)}`;
  }

  #is(bit: number): boolean {
    return (numberAt(this.#packed.marks, this.#place) & bit) !== 0;
  }

  #labels(which: 0 | 1): Label[] {
    const { words, labels, labelStarts } = this.#packed;
    const start = numberAt(labelStarts, 2 * this.#place + which);
    const end = numberAt(labelStarts, 2 * this.#place + which + 1);
    return Array.from(labels.values.subarray(start, end), (index) => labelOf(stringAt(words, index)));
  }
}
