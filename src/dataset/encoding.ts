/** Texts as UTF-8 in one buffer that each takes over from the one before: a new one for every text would be garbage. */
export function createEncoding() {
  const encoder = new TextEncoder();
  let buffer = new Uint8Array(256);
  return {
    /** Good until the next text. */
    encode(text: string): Uint8Array {
      // A character of JavaScript is three bytes at most.
      if (buffer.length < 3 * text.length) buffer = new Uint8Array(6 * text.length);
      return buffer.subarray(0, encoder.encodeInto(text, buffer).written);
    },
  };
}
