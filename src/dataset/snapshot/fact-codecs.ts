import type { FactKind, FactValue } from '../../sketchfab/fact-kinds';
import type { Label } from '../../sketchfab/label';
import { createStringDictionary, type StringDictionary } from '../columns/string-dictionary';
import {
  createStringListBuilder,
  stringAt,
  type StringList,
  type StringListBuilder,
} from '../columns/string-list';
import {
  createUint32ListBuilder,
  numberAt,
  type Uint32List,
  type Uint32ListBuilder,
} from '../columns/uint32-list';

/** What of the facts of models is more than one number each. */
export type FactPools = {
  /** Each state, cause, label and beginning of an address once. */
  readonly words: StringList;
  /** Texts that hardly repeat, such as names. */
  readonly texts: StringList;
  /** Runs of numbers, such as the labels of a model: places in `words`. */
  readonly runs: Uint32List;
};

/** A fact as one number from 0, with the rest of it in the pools. */
export type FactCodec<Value> = {
  readonly pack: (value: Value, pools: PoolBuilders, uid: string) => number;
  readonly unpack: (packed: number, pools: FactPools, uid: string) => Value;
};

export type PackedKind = Exclude<FactKind, 'userUid'> | 'word';
export type PackedValue<Kind extends PackedKind> = Kind extends FactKind ? FactValue<Kind> : string;

export const factCodecs: { readonly [Kind in PackedKind]: FactCodec<PackedValue<Kind>> } = {
  count: { pack: (count) => count, unpack: (packed) => packed },
  flag: { pack: Number, unpack: (packed) => packed === 1 },
  text: {
    pack: (text, { texts }) => addText(texts, text),
    unpack: (packed, { texts }) => stringAt(texts, packed),
  },
  word: {
    pack: (word, { words }) => words.indexOf(word),
    unpack: (packed, { words }) => stringAt(words, packed),
  },
  labels: {
    pack: (labels, { words, runs }) => addRun(runs, [labels.length, ...labels.map(placeIn(words))]),
    unpack(packed, { words, runs }) {
      const length = numberAt(runs.values, packed);
      const places = runs.values.subarray(packed + 1, packed + 1 + length);
      return Array.from(places, (place) => labelOf(stringAt(words, place)));
    },
  },
  // Addresses begin alike up to the id of the model, and many repeat it further on.
  address: {
    pack(address, { words, texts, runs }, uid) {
      const [start = '', ...rest] = address.split(uid);
      const marked = rest.map((part) => `${ownUid}${part}`).join('');
      return addRun(runs, [words.indexOf(start), addText(texts, marked)]);
    },
    unpack(packed, { words, texts, runs }, uid) {
      const start = stringAt(words, numberAt(runs.values, packed));
      const rest = stringAt(texts, numberAt(runs.values, packed + 1));
      return `${start}${rest.replaceAll(ownUid, () => uid)}`;
    },
  },
};

/** No text of the site holds control characters: `cleanText` takes them out. */
const ownUid = '\0';
const slugAhead = '\0';

const placeIn =
  (words: StringDictionary) =>
  ({ name, slug }: Label): number =>
    words.indexOf(slug === null ? name : `${name}${slugAhead}${slug}`);

function labelOf(word: string): Label {
  const [name = '', slug = null] = word.split(slugAhead);
  return { name, slug };
}

/** Both give back where what they added begins. */
function addText(texts: StringListBuilder, text: string): number {
  texts.add(text);
  return texts.list.length - 1;
}

function addRun(runs: Uint32ListBuilder, numbers: readonly number[]): number {
  const start = runs.list.length;
  for (const number of numbers) runs.push(number);
  return start;
}

export type PoolBuilders = {
  readonly words: StringDictionary;
  readonly texts: StringListBuilder;
  readonly runs: Uint32ListBuilder;
};

/** Goes on behind what is there already. */
export function buildPools({ words, texts, runs }: FactPools): PoolBuilders {
  return {
    words: createStringDictionary(words),
    texts: createStringListBuilder(texts),
    runs: createUint32ListBuilder(runs),
  };
}
