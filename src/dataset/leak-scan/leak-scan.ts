import { createByteBuffer } from '../columns/byte-buffer';
import { type Leak, type LeakKind, type LeakReport, shownLeaks } from './leak-report';
import { createValueReader } from './value-reader';
import { createWatchList, type LeakSubjects, type WatchList } from './watch-list';

/**
 * What the values of a column are: `id` is of users or models and anything else that must not be a raw id or a user's
 * name; `site` is text that people wrote, where a user's name is only mentioned; `own` is not compared with names.
 */
export type ColumnKind = 'id' | 'site' | 'own';

export type EntryShape =
  | { readonly form: 'psv' | 'tsv' | 'lines'; readonly columns: readonly ColumnKind[] }
  | { readonly form: 'text' }
  /** No text, such as Parquet: nothing is a whole value in it. Its columns come by `values`. */
  | { readonly form: 'bytes' };

export type EntryScan = {
  /** The next bytes as they are written, before compression. */
  readonly add: (chunk: Uint8Array) => void;
  readonly end: () => void;
};

/** Where a person finds what was read as this line, from 1, and what that row is called if it has a name. */
export type PlaceOf = (line: number) => { readonly line: number | null; readonly name: string | null };

/** Reads along with everything that is written. Ids of 16 characters and more and secrets are found anywhere. */
export type LeakScan = {
  readonly entry: (path: string, shape: EntryShape) => EntryScan;
  /** One column of a Parquet file, or a part of it; `null`s are passed over. */
  readonly values: (
    path: string,
    kind: ColumnKind,
    values: Iterable<string | Uint8Array | null | undefined>,
    placeOf?: PlaceOf,
  ) => void;
  readonly report: () => LeakReport;
};

export function createLeakScan(subjects: LeakSubjects): LeakScan {
  const watchList = createWatchList(subjects);
  const findings = createFindings();

  function scanEntry(path: string, shape: EntryShape, placeOf: PlaceOf): EntryScan {
    function tell(kind: LeakKind, at: number, found: string | null): void {
      findings.leak(() => {
        const { line, name } = placeOf(at);
        return { kind, path, line, excerpt: found !== null && name !== null ? `${name}: ${found}` : found };
      });
    }
    const isText = shape.form !== 'bytes';
    const anywhere = createAnywhere(watchList, isText ? around : alone, tell);
    if (!isText) return { add: anywhere, end: () => {} };
    const { values } = watchList;
    const reader = createValueReader(shape.form, values.longest, (bytes, length, hash, column, line) => {
      // A column that nobody spoke of is held to the strictest rule.
      const kind = shape.form === 'text' ? 'prose' : (shape.columns[column] ?? 'id');
      if (kind === 'own') return;
      const found = values.find(bytes, length, hash);
      if (!found) return;
      const isShown = found.kind === 'user name' || found.kind === 'user id';
      if (kind === 'site') {
        if (found.kind === 'user name') findings.mention(decode(bytes.subarray(0, length)));
      } else if (kind === 'id' || found.isForProse()) {
        tell(found.kind, line, isShown ? decode(bytes.subarray(0, length)) : null);
      }
    });
    return {
      add(chunk) {
        anywhere(chunk);
        reader.read(chunk);
      },
      end: reader.end,
    };
  }

  return {
    entry: (path, shape) => scanEntry(path, shape, shape.form === 'bytes' ? nowhere : asRead),
    values(path, kind, values, placeOf = asRead) {
      const scan = scanEntry(path, { form: 'lines', columns: [kind] }, placeOf);
      for (const chunk of linesOf(values)) scan.add(chunk);
      scan.end();
    },
    report: findings.report,
  };
}

const asRead: PlaceOf = (line) => ({ line, name: null });
const nowhere: PlaceOf = () => ({ line: null, name: null });

type OnLeak = (kind: LeakKind, line: number, excerpt: string | null) => void;

/** Searches chunk by chunk for what may stand anywhere, also across the border of two chunks. */
function createAnywhere(
  { ids, secrets }: WatchList,
  excerptOf: (bytes: Uint8Array, start: number, end: number) => string,
  onLeak: OnLeak,
): (chunk: Uint8Array) => void {
  const longest = Math.max(ids.longest, ...secrets.map(({ finder }) => finder.longest));
  // In front of each chunk the end of the one before, shorter by one than the longest find, so that none fits into it
  // whole. One array for all chunks.
  let room = new Uint8Array(0);
  let known = 0;
  let lines = 1;

  return (chunk) => {
    if (room.length < known + chunk.length) {
      const larger = new Uint8Array(known + chunk.length);
      larger.set(room.subarray(0, known));
      room = larger;
    }
    room.set(chunk, known);
    const bytes = room.subarray(0, known + chunk.length);
    const report = (kind: LeakKind, isSecret: boolean) => (start: number, end: number) => {
      // A shorter find may fit into the tail, and was told when that was read.
      if (end > known)
        onLeak(kind, lines + countLines(bytes, start), isSecret ? null : excerptOf(bytes, start, end));
    };
    for (const { kind, finder } of secrets) finder.search(bytes, report(kind, true));
    ids.search(bytes, report('user id', false));
    const kept = Math.max(0, bytes.length - Math.max(0, longest - 1));
    lines += countLines(bytes, kept);
    known = bytes.length - kept;
    room.copyWithin(0, kept, bytes.length);
  };
}

function countLines(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < end; at = bytes.indexOf(lineFeed, at + 1))
    count += 1;
  return count;
}

const lineFeed = 0x0a;
const excerptReach = 60;

function around(bytes: Uint8Array, start: number, end: number): string {
  const lineStart = bytes.lastIndexOf(lineFeed, start) + 1;
  const lineEnd = bytes.indexOf(lineFeed, end);
  const from = Math.max(lineStart, start - excerptReach);
  const to = Math.min(lineEnd === -1 ? bytes.length : lineEnd, end + excerptReach);
  return decode(bytes.subarray(from, to)).trim();
}

/** What stands around it in bytes that are no text would be gibberish. */
function alone(bytes: Uint8Array, start: number, end: number): string {
  return decode(bytes.subarray(start, end));
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function createFindings() {
  const leaks: Leak[] = [];
  const mentions = new Set<string>();
  let leakCount = 0;
  let mentionCount = 0;
  return {
    /** A place may take long to find, and is asked for only where it is shown. */
    leak(describe: () => Leak) {
      leakCount += 1;
      if (leaks.length < shownLeaks) leaks.push(describe());
    },
    mention(name: string) {
      mentionCount += 1;
      if (mentions.size < shownLeaks) mentions.add(name);
    },
    report: (): LeakReport => ({ leaks, leakCount, mentions: [...mentions], mentionCount }),
  };
}

function* linesOf(values: Iterable<string | Uint8Array | null | undefined>): Generator<Uint8Array> {
  const chunk = createByteBuffer();
  for (const value of values) {
    if (typeof value === 'string') chunk.text(value);
    else if (value) chunk.bytes(value);
    chunk.text('\n');
    if (chunk.isFull()) yield chunk.take();
  }
  yield chunk.take();
}
