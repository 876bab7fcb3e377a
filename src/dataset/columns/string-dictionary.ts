import { createEncoding } from './byte-buffer';
import { createByteIndex, hashBytes, unfolded } from './byte-index';
import { createStringListBuilder, type StringList } from './string-list';

/** Each text once, numbered from 0 in the order in which they first came. */
export type StringDictionary<Text extends string = string> = {
  /** This one all along. */
  readonly list: StringList<Text>;
  readonly placeOf: (text: Text) => number;
};

/** Goes on behind what is there already. */
export function createStringDictionary<Text extends string = string>(
  from?: StringList<Text>,
): StringDictionary<Text> {
  const texts = createStringListBuilder<Text>(from);
  const index = createByteIndex(texts.list);
  const encoding = createEncoding();
  for (let place = 0; place < texts.list.length; place += 1) index.add(place);
  return {
    list: texts.list,
    placeOf(text) {
      const bytes = encoding.encode(text);
      const hash = hashBytes(bytes, 0, bytes.length, unfolded);
      const known = index.find(bytes, 0, bytes.length, hash);
      if (known !== -1) return known;
      const place = texts.list.length;
      texts.addBytes(bytes);
      index.add(place);
      return place;
    },
  };
}
