import { hashBytes, unfolded } from '../columns/byte-index';
import { folded } from './fingerprint-set';

/** `psv` and `tsv` begin with a header of our own, which is passed over; in `lines` each line is a value. */
export type ValueForm = 'psv' | 'tsv' | 'lines' | 'text';

/** One whole value: its folded bytes from 0 to `length`, in a buffer that the next value takes over. */
export type OnValue = (bytes: Uint8Array, length: number, hash: number, column: number, line: number) => void;

export type ValueReader = { readonly read: (bytes: Uint8Array) => void; readonly end: () => void };

const [lineFeed, carriageReturn, quote, space] = [0x0a, 0x0d, 0x5c, 0x20];
const ends = {
  psv: '\n\r|\\',
  tsv: '\n\r\t',
  lines: '\n\r',
  // What stands around a value in prose, JSON, YAML and addresses. No user name of the site holds any of these.
  text: ' \n\r\t|"\'`<>()[]{},;:=/\\@?&#*!',
} as const;

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of new TextEncoder().encode(characters)) table[byte] = 1;
  return table;
}

/** Hands on every value of a file that is at most `longest` bytes long. Chunks may end anywhere. */
export function createValueReader(form: ValueForm, longest: number, onValue: OnValue): ValueReader {
  const isEnd = tableOf(ends[form]);
  const value = createValue(longest);
  let [column, line] = [0, 1];
  let [isQuoted, wasQuoted] = [false, false];

  function endValue() {
    const isHeader = line === 1 && (form === 'psv' || form === 'tsv');
    const length = value.length();
    if (length > 0 && length <= longest && !isHeader) {
      // What is kept of a value is folded already.
      onValue(value.bytes, length, hashBytes(value.bytes, 0, length, unfolded), column, line);
    }
    value.clear();
    wasQuoted = false;
  }

  function endAt(byte: number) {
    if (byte === quote && form === 'psv') {
      // A quote inside is doubled: one that follows the closing one stands for itself.
      if (wasQuoted) value.add(byte);
      isQuoted = !isQuoted;
      wasQuoted = !isQuoted;
    } else if (isQuoted) value.add(byte);
    else if (byte === space) value.addBlank();
    else if (byte !== carriageReturn) {
      endValue();
      column = byte === lineFeed ? 0 : column + 1;
      if (byte === lineFeed) line += 1;
    }
  }

  return {
    read(bytes) {
      let start = 0;
      for (let at = 0; at < bytes.length; at += 1) {
        const byte = bytes[at] as number;
        if (isEnd[byte] === 0) continue;
        value.addAll(bytes, start, at);
        endAt(byte);
        start = at + 1;
      }
      value.addAll(bytes, start, bytes.length);
    },
    end: endValue,
  };
}

/** The folded bytes of one value as they come. What goes beyond `longest` is counted only. */
function createValue(longest: number) {
  const bytes = new Uint8Array(longest);
  let length = 0;
  // Blanks of prose, which are part of the value when something else follows.
  let blanks = 0;

  function add(byte: number) {
    if (length < longest) bytes[length] = folded[byte] as number;
    length += 1;
  }

  return {
    bytes,
    add,
    addBlank: () => (blanks += 1),
    addAll(from: Uint8Array, start: number, end: number) {
      if (start === end) return;
      for (; blanks > 0; blanks -= 1) if (length > 0) add(space);
      // Most values are too long to be looked at.
      if (length + end - start > longest) length += end - start;
      else for (let at = start; at < end; at += 1) add(from[at] as number);
    },
    length: () => length,
    clear() {
      length = 0;
      blanks = 0;
    },
  };
}
