import { createUtf8Encoder } from './byte-buffer';

/**
 * Strings as UTF-8 in one buffer. String `index` occupies the bytes `[starts[index], starts[index + 1])`. An id of the
 * site takes 36 bytes this way, where a JavaScript string takes 56 and is visited by every garbage collection. Both
 * arrays may have spare capacity at the end.
 */
export type StringList<Text extends string = string> = {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Never set: carries the type of the strings. */
  readonly kind?: Text;
};

export function stringAt<Text extends string>(list: StringList<Text>, index: number): Text {
  return decodeText(bytesAt(list, index)) as Text;
}

/** A view, not a copy. */
export function bytesAt({ bytes, starts }: StringList, index: number): Uint8Array {
  return bytes.subarray(starts[index], starts[index + 1]);
}

export function* stringsOf<Text extends string>(list: StringList<Text>): Generator<Text> {
  for (let index = 0; index < list.length; index += 1) yield stringAt(list, index);
}

/** All strings in their order, duplicates included. */
export function stringListOf<Text extends string>(texts: Iterable<Text>): StringList<Text> {
  const builder = createStringListBuilder<Text>();
  for (const text of texts) builder.add(text);
  return builder.list;
}

export type StringListBuilder<Text extends string = string> = {
  /** Live list; grows in place. */
  readonly list: StringList<Text>;
  readonly add: (text: Text) => void;
  /** Adds a string that is UTF-8 already. */
  readonly addBytes: (bytes: Uint8Array) => void;
};

/** Appends to `from`, whose arrays it takes over. */
export function createStringListBuilder<Text extends string = string>(
  from: StringList<Text> = { length: 0, bytes: new Uint8Array(1024), starts: new Uint32Array(64) },
): StringListBuilder<Text> {
  const list = { ...from };
  const encoder = createUtf8Encoder();

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

  return { list, addBytes, add: (text) => addBytes(encoder.encode(text)) };
}

// A byte order mark at the beginning of a string is part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

// Function arguments lie on the stack, so only so many bytes are passed as arguments.
const maxArguments = 1_000;

/**
 * Decodes UTF-8. Strings from a TextDecoder are allocated outside the JavaScript heap and are freed late, so ASCII,
 * which covers every id, is decoded without one.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > maxArguments) return decoder.decode(bytes);
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] as number) > 0x7f) return decoder.decode(bytes);
  // Spreading the bytes instead took five times as long.
  return String.fromCharCode.apply(null, bytes as unknown as number[]);
}
