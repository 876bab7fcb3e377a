import { snappyUncompress } from 'hyparquet';
import { readUnsigned } from './thrift';

/** In UTF-8. Names have at most 1,000 characters. */
const maxTextBytes = 10_000;

/** The caller has checked that so many bytes are not too many. */
export function inflatePage(packed: Uint8Array, bytes: number): Uint8Array {
  const page = new Uint8Array(bytes);
  snappyUncompress(packed, page);
  return page;
}

/** Throws unless the bytes begin with so many texts, each after its length. */
export function checkTexts(bytes: Uint8Array, texts: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let index = 0; index < texts; index += 1) {
    const length = view.getUint32(at, true);
    at += 4 + length;
    if (length > maxTextBytes || at > view.byteLength) throw new RangeError(`a text of ${length} bytes`);
  }
}

/**
 * Throws unless so many numbers up to `max`, which is all ones in binary, stand at `start`: in runs of equal ones, and in
 * groups of eight packed bit by bit. No run may be longer than what is left, since the library writes all of it.
 */
export function checkRuns(view: DataView, start: number, numbers: number, max: number): void {
  const width = Math.log2(max + 1);
  let at = start;
  for (let seen = 0; seen < numbers;) {
    const { value: header, end } = readUnsigned(view, at, 5);
    const isPacked = header % 2 === 1;
    const length = Math.floor(header / 2) * (isPacked ? 8 : 1);
    const bytes = isPacked ? (length * width) / 8 : Math.ceil(width / 8);
    seen += length;
    at = end + bytes;
    // Only the last group may be filled up. Without digits, the library would lose its place after it.
    const excess = seen - numbers;
    if (excess > (isPacked ? 7 : 0) || at > view.byteLength || (isPacked && width === 0 && excess < 0)) {
      throw new RangeError(`a run of ${length} for ${numbers} numbers`);
    }
    if (!isPacked && valueAt(view, end, bytes) > max) throw new RangeError(`a run of numbers above ${max}`);
  }
}

function valueAt(view: DataView, start: number, bytes: number): number {
  let value = 0;
  for (let index = 0; index < bytes; index += 1) value += view.getUint8(start + index) * 256 ** index;
  return value;
}
