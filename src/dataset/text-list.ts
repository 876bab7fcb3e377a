/**
 * Texts as UTF-8, one after the other; text `place` is `bytes[starts[place]]` up to, not with,
 * `bytes[starts[place + 1]]`. An id of the site takes 36 bytes so, where a string takes 56 and is looked at by every
 * clean-up of memory. There may be room for more behind both.
 */
export type TextList<Text extends string = string> = {
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;
  /** Never there: says only what kind of texts these are. */
  readonly kind?: Text;
};

// A mark at the beginning of a text is part of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function textAt<Text extends string>(list: TextList<Text>, place: number): Text {
  return decodeText(bytesAt(list, place)) as Text;
}

/** Not a copy. */
export function bytesAt({ bytes, starts }: TextList, place: number): Uint8Array {
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

export function* textsOf<Text extends string>(list: TextList<Text>): Generator<Text> {
  for (let place = 0; place < list.length; place += 1) yield textAt(list, place);
}
