import { createEncoding } from './encoding';
import type { TextList } from './text-list';

/** A list of texts that grows at its end. */
export type GrowingTexts<Text extends string = string> = {
  /** This one all along. */
  readonly list: TextList<Text>;
  readonly add: (text: Text) => void;
  /** The same with what is encoded already. */
  readonly addBytes: (bytes: Uint8Array) => void;
};

/** Goes on behind what is there already. */
export function createGrowingTexts<Text extends string = string>(
  from: TextList<Text> = { length: 0, bytes: new Uint8Array(1024), starts: new Uint32Array(64) },
): GrowingTexts<Text> {
  const list = { ...from };
  const encoding = createEncoding();

  function addBytes(bytes: Uint8Array): void {
    const start = list.starts[list.length] as number;
    const end = start + bytes.length;
    if (end > list.bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(list.bytes);
      list.bytes = larger;
    }
    if (list.length + 2 > list.starts.length) {
      const larger = new Uint32Array(2 * list.starts.length);
      larger.set(list.starts);
      list.starts = larger;
    }
    list.bytes.set(bytes, start);
    list.length += 1;
    list.starts[list.length] = end;
  }

  return { list, addBytes, add: (text) => addBytes(encoding.encode(text)) };
}

/** All texts in their order, also those that are there twice. */
export function textListOf<Text extends string>(texts: Iterable<Text>): TextList<Text> {
  const growing = createGrowingTexts<Text>();
  for (const text of texts) growing.add(text);
  return growing.list;
}
