import { caseFolding, hashBytes, noFolding } from '../columns/byte-hash';

/** `psv` and `tsv` start with a header of ours, which is skipped. In `lines` each line is one value. */
export type ValueForm = 'psv' | 'tsv' | 'lines' | 'text';

/** Receives one whole value: its case-folded bytes `[0, length)`, overwritten by the next value; column from 0, line from 1. */
export type OnValue = (bytes: Uint8Array, length: number, hash: number, column: number, line: number) => void;

export type ValueReader = { readonly read: (bytes: Uint8Array) => void; readonly end: () => void };

const [lineFeed, carriageReturn, quote, space] = [0x0a, 0x0d, 0x5c, 0x20];
const separators = {
  psv: '\n\r|\\',
  tsv: '\n\r\t',
  lines: '\n\r',
  // What surrounds a value in prose, JSON, YAML and addresses. No user name of the site contains any of these.
  text: ' \n\r\t|"\'`<>()[]{},;:=/\\@?&#*!',
} as const;

/** Passes on every value of a file that is at most `longest` bytes long. Chunks may end anywhere. */
export function createValueReader(form: ValueForm, longest: number, onValue: OnValue): ValueReader {
  const isSeparator = byteSet(separators[form]);
  const value = createValueBuffer(longest);
  let [column, line] = [0, 1];
  let [isQuoted, wasQuoted] = [false, false];

  function endValue() {
    const isHeader = line === 1 && (form === 'psv' || form === 'tsv');
    const length = value.length();
    if (length > 0 && length <= longest && !isHeader) {
      // The buffered bytes are folded already.
      onValue(value.bytes, length, hashBytes(value.bytes, 0, length, noFolding), column, line);
    }
    value.clear();
    wasQuoted = false;
  }

  function handleSeparator(byte: number) {
    if (byte === quote && form === 'psv') {
      // A quote inside a quoted field is doubled: one right after a closing quote is data.
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
        if (isSeparator[byte] === 0) continue;
        value.addAll(bytes, start, at);
        handleSeparator(byte);
        start = at + 1;
      }
      value.addAll(bytes, start, bytes.length);
    },
    end: endValue,
  };
}

/** By byte: 1 for those of these ASCII characters. */
function byteSet(characters: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const byte of new TextEncoder().encode(characters)) set[byte] = 1;
  return set;
}

/** Buffers the case-folded bytes of one value. Bytes beyond `longest` are counted, not kept. */
function createValueBuffer(longest: number) {
  const bytes = new Uint8Array(longest);
  let length = 0;
  // Spaces in prose are part of a value only if more of it follows.
  let pendingBlanks = 0;

  function add(byte: number) {
    if (length < longest) bytes[length] = caseFolding[byte] as number;
    length += 1;
  }

  return {
    bytes,
    add,
    addBlank: () => (pendingBlanks += 1),
    addAll(from: Uint8Array, start: number, end: number) {
      if (start === end) return;
      for (; pendingBlanks > 0; pendingBlanks -= 1) if (length > 0) add(space);
      // Most values are too long to match anything.
      if (length + end - start > longest) length += end - start;
      else for (let at = start; at < end; at += 1) add(from[at] as number);
    },
    length: () => length,
    clear() {
      length = 0;
      pendingBlanks = 0;
    },
  };
}
