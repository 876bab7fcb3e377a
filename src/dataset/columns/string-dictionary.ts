import { createUtf8Encoder } from './byte-buffer';
import { createByteIndex } from './byte-index';
import { createStringListBuilder, type StringList } from './string-list';

/** Distinct strings, numbered from 0 in the order in which they were first seen. */
export type StringDictionary<Text extends string = string> = {
  /** Live list; grows in place. */
  readonly list: StringList<Text>;
  /** The index of this string, which is added if it is new. */
  readonly indexOf: (text: Text) => number;
  /** The index of this string, or -1. */
  readonly find: (text: string) => number;
};

/** Appends to `from`, which it takes over. */
export function createStringDictionary<Text extends string = string>(
  from?: StringList<Text>,
): StringDictionary<Text> {
  const strings = createStringListBuilder<Text>(from);
  const byteIndex = createByteIndex(strings.list);
  const encoder = createUtf8Encoder();
  for (let index = 0; index < strings.list.length; index += 1) byteIndex.add(index);
  function find(text: string): number {
    const bytes = encoder.encode(text);
    return byteIndex.find(bytes, 0, bytes.length);
  }

  return {
    list: strings.list,
    find,
    indexOf(text) {
      const bytes = encoder.encode(text);
      const known = byteIndex.find(bytes, 0, bytes.length);
      if (known !== -1) return known;
      const index = strings.list.length;
      strings.addBytes(bytes);
      byteIndex.add(index);
      return index;
    },
  };
}
