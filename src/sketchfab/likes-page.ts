import type { LikesPosition } from './addresses';
import { cleanText } from './clean-text';
import { isRecord } from './is-record';
import type { ModelUid } from './model-uid';
import { nextLikesPosition } from './next-likes-position';
import { ShapeError } from './shape-error';
import { parseUserUid, type UserUid } from './user-uid';

/** One answer of the likes endpoint. */
export type LikesPage = {
  /** Who liked, in the site's order; a user whom the site lists twice stands here twice. */
  readonly userUids: readonly UserUid[];
  /** What each of them is called, `null` where the site does not say. */
  readonly usernames: readonly (string | null)[];
  /** Rows that name no user we can read. A list with any is never complete. */
  readonly unreadableRows: number;
  readonly next: LikesPosition | null;
};

/** An answer longer than this is no page; the site sends 24 rows. */
const maxRows = 1_000;
/** Longer than any name the site gives out; a longer one is cut, since it is only ever compared. */
const maxUsernameLength = 100;

/**
 * Reads `{results: [{uid}], next, cursors}`; throws a ShapeError when it is something else. One bad row is skipped
 * and counted, but rows that are all bad are a changed site, and a model is no user: the endpoint answers both.
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
