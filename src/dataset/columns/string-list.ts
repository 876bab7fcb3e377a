import { createEncoding } from './byte-buffer';

/**
 * Texts as UTF-8, one after the other; text `place` is `bytes[starts[place]]` up to, not with,
 * `bytes[starts[place + 1]]`. An id of the site takes 36 bytes so, where a string takes 56 and is looked at by every
 * clean-up of memory. There may be room for more behind both.
 */
export type StringList<Text extends string = string> = {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Never there: says only what kind of texts these are. */
  readonly kind?: Text;
};

// A mark at the beginning of a text is part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function stringAt<Text extends string>(list: StringList<Text>, place: number): Text {
  return decodeText(bytesAt(list, place)) as Text;
}

/** Not a copy. */
export function bytesAt({ bytes, starts }: StringList, place: number): Uint8Array {
  return bytes.subarray(starts[place], starts[place + 1]);
}

// What is handed to a function as its arguments lies on the stack.
const longestPlain = 1_000;

/**
 * UTF-8 as text. What a TextDecoder makes lies outside of the script's own memory, and is cleared away late; an id has
 * none but the plainest characters, which need none.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > longestPlain) return decoder.decode(bytes);
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] as number) > 0x7f) return decoder.decode(bytes);
  // Not by `...`, which took five times as long.
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}

export function* stringsOf<Text extends string>(list: StringList<Text>): Generator<Text> {
  for (let place = 0; place < list.length; place += 1) yield stringAt(list, place);
}

/** A list of texts that grows at its end. */
export type StringListBuilder<Text extends string = string> = {
  /** This one all along. */
  readonly list: StringList<Text>;
  readonly add: (text: Text) => void;
  /** The same with what is encoded already. */
  readonly addBytes: (bytes: Uint8Array) => void;
};

/** Goes on behind what is there already. */
export function createStringListBuilder<Text extends string = string>(
  from: StringList<Text> = { length: 0, bytes: new Uint8Array(1024), starts: new Uint32Array(64) },
): StringListBuilder<Text> {
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
export function stringListOf<Text extends string>(texts: Iterable<Text>): StringList<Text> {
  const growing = createStringListBuilder<Text>();
  for (const text of texts) growing.add(text);
  return growing.list;
}
