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

const decoder = new TextDecoder();

export function textAt<Text extends string>({ bytes, starts }: TextList<Text>, place: number): Text {
  return decoder.decode(bytes.subarray(starts[place], starts[place + 1])) as Text;
}

export function* textsOf<Text extends string>(list: TextList<Text>): Generator<Text> {
  for (let place = 0; place < list.length; place += 1) yield textAt(list, place);
}
