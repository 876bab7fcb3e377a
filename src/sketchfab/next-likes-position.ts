import { firstLikesPosition, likesAddress, likesPerPage, type LikesPosition } from './addresses';
import type { ModelUid } from './model-uid';
import { ShapeError } from './shape-error';

/** Long enough for any cursor, too short to fill a disk. */
const maxPositionLength = 1_000;

type Links = {
  readonly next: unknown;
  readonly cursorsNext: unknown;
  readonly rows: number;
};

/**
 * The page after the one at `asked`; `null` at the end of the list. The site has used three ways of paging: `next` as a
 * URL, `cursors.next`, or a `next` that only says that there is more, which means the next offset.
 * @throws {ShapeError} If there is more but no way to tell where.
 */
export function nextLikesPosition(
  links: Links,
  asked: LikesPosition,
  modelUid: ModelUid,
): LikesPosition | null {
  const position = fromUrl(links.next, modelUid) ?? fromCursor(links.cursorsNext);
  if (position !== null) return checked(position);
  if (!links.next) return null;
  const offset = offsetOf(asked);
  if (offset === null) throw new ShapeError('next: says there is more, but not where');
  return `count=${likesPerPage}&offset=${offset + links.rows}`;
}

/** Follows a URL as it is only if it points to this very list. From any other URL it takes just the cursor or offset. */
function fromUrl(next: unknown, modelUid: ModelUid): LikesPosition | null {
  if (typeof next !== 'string' || next === '') return null;
  if (!URL.canParse(next, likesAddress)) return null;
  const url = new URL(next, likesAddress);
  const query = url.searchParams;
  if (url.origin + url.pathname === likesAddress && query.get('model') === modelUid) {
    query.delete('model');
    return query.size > 0 ? query.toString() : null;
  }
  const offset = query.get('offset');
  if (offset !== null && /^\d{1,9}$/.test(offset)) return `count=${likesPerPage}&offset=${offset}`;
  return fromCursor(query.get('cursor'));
}

function fromCursor(cursor: unknown): LikesPosition | null {
  if (typeof cursor !== 'string' && typeof cursor !== 'number') return null;
  return cursor === ''
    ? null
    : new URLSearchParams({ count: String(likesPerPage), cursor: String(cursor) }).toString();
}

function offsetOf(position: LikesPosition): number | null {
  if (position === firstLikesPosition) return 0;
  const offset = new URLSearchParams(position).get('offset');
  return offset === null ? null : Number(offset);
}

function checked(position: LikesPosition): LikesPosition {
  if (position.length > maxPositionLength) throw new ShapeError('next: too long to be a cursor');
  return position;
}
