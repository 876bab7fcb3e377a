import { createByteBuffer } from '../columns/byte-buffer';
import { createChunkSearch } from './chunk-search';
import { type ColumnKind, type EntryShape } from './entry-shape';
import { type Leak, type LeakKind, type LeakReport, shownLeaks } from './leak-report';
import { createValueReader } from './value-reader';
import { createWatchList, type LeakSubjects } from './watch-list';

/**
 * Scans everything that is written for raw user ids, user names and secrets. Ids of 16 or more characters and secrets
 * are found anywhere, shorter ids and names as whole values only.
 */
export type LeakScan = {
  /** Starts the scan of one file of the zip. */
  readonly entry: (path: string, shape: EntryShape) => EntryScan;
  /** Scans one column of a Parquet file, or part of one; nulls are skipped. */
  readonly values: (
    path: string,
    kind: ColumnKind,
    values: Iterable<string | Uint8Array | null | undefined>,
    locate?: Locate,
  ) => void;
  readonly report: () => LeakReport;
};

export type EntryScan = {
  /** The next bytes of the file, before compression. */
  readonly add: (chunk: Uint8Array) => void;
  readonly end: () => void;
};

/** Translates a scanned line, from 1, to the line or row a person would look at, and the id of that row if it has one. */
export type Locate = (line: number) => { readonly line: number | null; readonly rowId: string | null };

export function createLeakScan(subjects: LeakSubjects): LeakScan {
  const watchList = createWatchList(subjects);
  const findings = createFindings();

  function scanEntry(path: string, shape: EntryShape, locate: Locate): EntryScan {
    function reportLeak(kind: LeakKind, scannedLine: number, found: string | null): void {
      findings.addLeak(() => {
        const { line, rowId } = locate(scannedLine);
        const excerpt = found !== null && rowId !== null ? `${rowId}: ${found}` : found;
        return { kind, path, line, excerpt };
      });
    }
    const isText = shape.form !== 'bytes';
    const search = createChunkSearch(watchList, isText, reportLeak);
    if (!isText) return { add: search, end: () => {} };
    const { values } = watchList;
    const reader = createValueReader(shape.form, values.longest, (bytes, length, hash, column, line) => {
      // An undeclared column is held to the strictest rule.
      const kind = shape.form === 'text' ? 'prose' : (shape.columns[column] ?? 'id');
      if (kind === 'own') return;
      const found = values.find(bytes, length, hash);
      if (!found) return;
      const isShown = found.kind === 'userName' || found.kind === 'userId';
      if (kind === 'site') {
        if (found.kind === 'userName') findings.addMention(decode(bytes.subarray(0, length)));
      } else if (kind === 'id' || found.blocksProse()) {
        reportLeak(found.kind, line, isShown ? decode(bytes.subarray(0, length)) : null);
      }
    });
    return {
      add(chunk) {
        search(chunk);
        reader.read(chunk);
      },
      end: reader.end,
    };
  }

  return {
    entry: (path, shape) => scanEntry(path, shape, shape.form === 'bytes' ? noLocation : sameLine),
    values(path, kind, values, locate = sameLine) {
      const scan = scanEntry(path, { form: 'lines', columns: [kind] }, locate);
      for (const chunk of linesOf(values)) scan.add(chunk);
      scan.end();
    },
    report: findings.report,
  };
}

const sameLine: Locate = (line) => ({ line, rowId: null });
const noLocation: Locate = () => ({ line: null, rowId: null });

function createFindings() {
  const leaks: Leak[] = [];
  const mentions = new Set<string>();
  let leakCount = 0;
  let mentionCount = 0;
  return {
    /** Locating a leak can be slow, so `describe` is called only for leaks that are shown. */
    addLeak(describe: () => Leak) {
      leakCount += 1;
      if (leaks.length < shownLeaks) leaks.push(describe());
    },
    addMention(name: string) {
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

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
