import type { LeakKind } from './leak-report';
import type { WatchList } from './watch-list';

/** Receives a leak with its line, from 1; the excerpt is null for secrets, which are never shown. */
type OnLeak = (kind: LeakKind, line: number, excerpt: string | null) => void;

/** Searches a file chunk by chunk for long ids and secrets, including those that span two chunks. */
export function createChunkSearch(
  { ids, secrets }: Pick<WatchList, 'ids' | 'secrets'>,
  isText: boolean,
  onLeak: OnLeak,
): (chunk: Uint8Array) => void {
  const longest = Math.max(ids.longest, ...secrets.map(({ finder }) => finder.longest));
  // Each chunk is preceded by the tail of the one before. The tail is one byte shorter than the longest match, so the
  // longest matches never lie in it whole. One array for all chunks.
  let buffer = new Uint8Array(0);
  let tailLength = 0;
  let line = 1;

  return (chunk) => {
    if (buffer.length < tailLength + chunk.length) {
      const larger = new Uint8Array(tailLength + chunk.length);
      larger.set(buffer.subarray(0, tailLength));
      buffer = larger;
    }
    buffer.set(chunk, tailLength);
    const bytes = buffer.subarray(0, tailLength + chunk.length);
    const onMatch = (kind: LeakKind, isSecret: boolean) => (start: number, end: number) => {
      // A shorter match that lies in the tail was reported with the chunk before.
      if (end <= tailLength) return;
      const excerpt = isText ? surroundings(bytes, start, end) : decode(bytes.subarray(start, end));
      onLeak(kind, line + countLineFeeds(bytes, start), isSecret ? null : excerpt);
    };
    for (const { kind, finder } of secrets) finder.search(bytes, onMatch(kind, true));
    ids.search(bytes, onMatch('userId', false));
    const tailStart = Math.max(0, bytes.length - Math.max(0, longest - 1));
    line += countLineFeeds(bytes, tailStart);
    tailLength = bytes.length - tailStart;
    buffer.copyWithin(0, tailStart, bytes.length);
  };
}

const lineFeed = 0x0a;
const excerptReach = 60;

/** Line feeds before `end`. */
function countLineFeeds(bytes: Uint8Array, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1 && at < end; at = bytes.indexOf(lineFeed, at + 1))
    count += 1;
  return count;
}

/** The match with up to 60 bytes of its line on either side. */
function surroundings(bytes: Uint8Array, start: number, end: number): string {
  const lineStart = bytes.lastIndexOf(lineFeed, start) + 1;
  const lineEnd = bytes.indexOf(lineFeed, end);
  const from = Math.max(lineStart, start - excerptReach);
  const to = Math.min(lineEnd === -1 ? bytes.length : lineEnd, end + excerptReach);
  return decode(bytes.subarray(from, to)).trim();
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
