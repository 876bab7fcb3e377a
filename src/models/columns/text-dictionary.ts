import { createStringDictionary } from '../../dataset/columns/string-dictionary';
import { createStringListBuilder, type StringList, stringAt } from '../../dataset/columns/string-list';
import { foldText } from './fold-text';
import { mergeSorted } from './merge-sorted';
import { searchBytes } from './search-bytes';
import { compareTexts, sortTexts } from './sort-texts';

/** Distinct texts, numbered as they come, that can be searched and sorted without case and accents. */
export type TextDictionary = {
  /** Live list; grows in place. */
  readonly list: StringList;
  /** The number of this text, which is added if it is new. */
  readonly indexOf: (text: string) => number;
  /** The number of this text, or -1. */
  readonly find: (text: string) => number;
  readonly textAt: (index: number) => string;
  /** Marks the texts that contain this word, which is folded already. */
  readonly search: (word: string) => Uint8Array;
  /** The place of each text among all, sorted by their folded forms; the same place for equal ones. */
  readonly ranks: () => Uint32Array;
};

export function createTextDictionary(): TextDictionary {
  const texts = createStringDictionary();
  const folded = createStringListBuilder();
  const encoder = new TextEncoder();
  let sorted = new Uint32Array();
  let ranks = new Uint32Array();

  function sortAll(): Uint32Array {
    const known = sorted.length;
    const added = Uint32Array.from({ length: folded.list.length - known }, (_, at) => known + at);
    if (added.length > known / 8) return sortTexts(folded.list);
    return mergeSorted(
      sorted,
      () => true,
      added,
      (a, b) => compareTexts(folded.list, a, b),
    );
  }

  return {
    list: texts.list,
    indexOf(text) {
      const index = texts.indexOf(text);
      if (index === folded.list.length) folded.add(foldText(text));
      return index;
    },
    find: (text) => texts.find(text),
    textAt: (index) => stringAt(texts.list, index),
    search: (word) => searchBytes(folded.list, encoder.encode(word)),
    ranks() {
      if (ranks.length === folded.list.length) return ranks;
      sorted = new Uint32Array(sortAll());
      ranks = ranksOf(sorted, folded.list);
      return ranks;
    },
  };
}

function ranksOf(sorted: Uint32Array, list: StringList): Uint32Array<ArrayBuffer> {
  const ranks = new Uint32Array(sorted.length);
  let rank = 0;
  for (let at = 1; at < sorted.length; at += 1) {
    if (compareTexts(list, sorted[at - 1]!, sorted[at]!) !== 0) rank = at;
    ranks[sorted[at]!] = rank;
  }
  return ranks;
}
