import type { FactKind, FactValue } from '../../sketchfab/fact-kinds';
import { daysSince1970, type IsoDate, isoDateOfDay } from '../../sketchfab/iso-date';
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

/** Shared storage for facts that do not fit into one number per model. */
export type FactPools = {
  /** States, causes, labels and beginnings of addresses, each once. */
  readonly words: StringList;
  /** Other texts, such as names, as often as they occur. */
  readonly texts: StringList;
  /** Sequences of integers, such as the labels of a model as indices into `words`. */
  readonly runs: Uint32List;
};

/** Packs a fact into one integer from 0, with the rest of it in the pools. */
export type FactCodec<Value> = {
  readonly pack: (value: Value, pools: PoolBuilders, uid: string) => number;
  readonly unpack: (packed: number, pools: FactPools, uid: string) => Value;
};

export type PackedKind = Exclude<FactKind, 'userUid'> | 'word';
export type PackedValue<Kind extends PackedKind> = Kind extends FactKind ? FactValue<Kind> : string;

export const factCodecs: { readonly [Kind in PackedKind]: FactCodec<PackedValue<Kind>> } = {
  count: { pack: (count) => count, unpack: (packed) => packed },
  datedCount: {
    pack: ({ count, seenOn }, { runs }) => addRun(runs, [count, seenOn === null ? 0 : daysSince1970(seenOn)]),
    unpack: (packed, { runs }) => ({
      count: numberAt(runs.values, packed),
      seenOn: isoDateOfDay(numberAt(runs.values, packed + 1)) ?? null,
    }),
  },
  flag: { pack: Number, unpack: (packed) => packed === 1 },
  date: { pack: daysSince1970, unpack: (packed) => isoDateOfDay(packed) as IsoDate },
  text: {
    pack: (text, { texts }) => addText(texts, text),
    unpack: (packed, { texts }) => stringAt(texts, packed),
  },
  word: {
    pack: (word, { words }) => words.indexOf(word),
    unpack: (packed, { words }) => stringAt(words, packed),
  },
  labels: {
    pack: (labels, { words, runs }) => addRun(runs, [labels.length, ...labels.map(indexIn(words))]),
    unpack(packed, { words, runs }) {
      const length = numberAt(runs.values, packed);
      const indices = runs.values.subarray(packed + 1, packed + 1 + length);
      return Array.from(indices, (index) => labelOf(stringAt(words, index)));
    },
  },
  // Addresses share their beginning up to the id of the model, and many repeat the id later.
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

/** No text of the site contains control characters: `cleanText` removes them. */
const ownUid = '\0';
const slugSeparator = '\0';

const indexIn =
  (words: StringDictionary) =>
  ({ name, slug }: Label): number =>
    words.indexOf(slug === null ? name : `${name}${slugSeparator}${slug}`);

function labelOf(word: string): Label {
  const [name = '', slug = null] = word.split(slugSeparator);
  return { name, slug };
}

/** Returns the index of the new text. */
function addText(texts: StringListBuilder, text: string): number {
  texts.add(text);
  return texts.list.length - 1;
}

/** Returns the index of the first of the new numbers. */
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

/** Appends to these pools, whose arrays it takes over. */
export function buildPools({ words, texts, runs }: FactPools): PoolBuilders {
  return {
    words: createStringDictionary(words),
    texts: createStringListBuilder(texts),
    runs: createUint32ListBuilder(runs),
  };
}
