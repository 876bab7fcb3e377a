import type { LikesPosition } from './addresses';
import { cleanText } from './clean-text';
import { isRecord } from './is-record';
import type { ModelUid } from './model-uid';
import { nextLikesPosition } from './next-likes-position';
import { ShapeError } from './shape-error';
import { parseUserUid, type UserUid } from './user-uid';

/** One page of the likes endpoint. */
export type LikesPage = {
  /** In the site's order. A user whom the site lists twice appears twice. */
  readonly userUids: readonly UserUid[];
  /** The username of each, `null` if the site does not give it. */
  readonly usernames: readonly (string | null)[];
  /** Rows without a readable user id. A list with such a row is never complete. */
  readonly unreadableRows: number;
  readonly next: LikesPosition | null;
};

/** The site sends 24 rows. A response with more than this is not a page. */
const maxRows = 1_000;
/** Longer than any username on the site. Names are only compared, so cutting a longer one does no harm. */
const maxUsernameLength = 100;

/**
 * Parses `{results: [{uid}], next, cursors}`. Skips and counts bad rows.
 * @throws {ShapeError} If the shape differs, if every row is bad, or if rows are models: the endpoint serves both.
 */
export function parseLikesPage(json: unknown, modelUid: ModelUid, asked: LikesPosition): LikesPage {
  if (!isRecord(json)) throw new ShapeError('the answer is no object');
  const { results, next, cursors } = json;
  if (!Array.isArray(results)) throw new ShapeError('results: no list');
  if (results.length > maxRows) throw new ShapeError('results: far too many rows');
  const users = results.map(readUser).filter((user) => user !== undefined);
  const unreadableRows = results.length - users.length;
  if (unreadableRows > 0 && users.length === 0) throw new ShapeError('results: no row has a user id');
  const cursorsNext = isRecord(cursors) ? cursors['next'] : null;
  return {
    userUids: users.map(({ uid }) => uid),
    usernames: users.map(({ username }) => username),
    unreadableRows,
    next: nextLikesPosition({ next, cursorsNext, rows: results.length }, asked, modelUid),
  };
}

function readUser(row: unknown): { uid: UserUid; username: string | null } | undefined {
  if (!isRecord(row)) return undefined;
  if ('viewerUrl' in row) throw new ShapeError('results: a model where a user was expected');
  const uid = parseUserUid(row['uid']);
  return uid && { uid, username: readUsername(row['username']) };
}

function readUsername(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  return cleanText(value).slice(0, maxUsernameLength) || null;
}
