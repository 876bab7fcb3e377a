const encoder = new TextEncoder();

/** A character of JavaScript is three bytes of UTF-8 at most. */
export const bytesAtMost = (text: string): number => 3 * text.length;

/**
 * Writes a text as UTF-8 where there is room for `bytesAtMost`, and tells where it ends. `encodeInto` leaves two objects
 * behind for every call, outside of the script's own memory, and an id has none but the plainest characters.
 */
export function writeText(text: string, bytes: Uint8Array, start: number): number {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x7f) return start + encoder.encodeInto(text, bytes.subarray(start)).written;
    bytes[start + at] = code;
  }
  return start + text.length;
}

/** Texts as UTF-8 in one buffer that each takes over from the one before. */
export function createEncoding() {
  let buffer = new Uint8Array(256);
  return {
    /** Good until the next text. */
    encode(text: string): Uint8Array {
      if (buffer.length < bytesAtMost(text)) buffer = new Uint8Array(2 * bytesAtMost(text));
      return buffer.subarray(0, writeText(text, buffer, 0));
    },
  };
}
