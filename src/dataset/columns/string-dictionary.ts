import { createEncoding } from './byte-buffer';
import { createByteIndex, hashBytes, unfolded } from './byte-index';
import { createGrowingTexts, type TextList } from './string-list';

/** Each text once, numbered from 0 in the order in which they first came. */
export type TextRegister<Text extends string = string> = {
  /** This one all along. */
  readonly list: TextList<Text>;
  readonly placeOf: (text: Text) => number;
};

/** Goes on behind what is there already. */
export function createTextRegister<Text extends string = string>(from?: TextList<Text>): TextRegister<Text> {
  const texts = createGrowingTexts<Text>(from);
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
