import { listingPosition, type ListingPosition } from './addresses';
import { isRecord } from './is-record';
import { isShownToEveryone } from './is-shown-to-everyone';
import type { ModelFacts } from './model-facts';
import { parseModel } from './parse-model';
import { ShapeError } from './shape-error';

/** One page of the catalogue: models, most liked first. */
export type ListingPage = {
  readonly models: readonly ModelFacts[];
  /** Rows without a readable model id. A model that is not public is no row: with cookies the site may list the user's own. */
  readonly unreadableRows: number;
  readonly next: ListingPosition | null;
};

/** The site always sends 24 rows. A response with more than this is not a page. */
const maxRows = 1_000;
const maxCursorLength = 1_000;

/**
 * Parses `{results: [model], next, cursors: {next}}`. Skips and counts bad rows.
 * @throws {ShapeError} If the shape differs or every row is bad.
 */
export function parseListingPage(json: unknown): ListingPage {
  if (!isRecord(json)) throw new ShapeError('the answer is no object');
  const { results, next, cursors } = json;
  if (!Array.isArray(results)) throw new ShapeError('results: no list');
  if (results.length > maxRows) throw new ShapeError('results: far too many rows');
  const rows = results.filter(isShownToEveryone);
  const models = rows.map(readRow).filter((model) => model !== undefined);
  const unreadableRows = rows.length - models.length;
  if (unreadableRows > 0 && models.length === 0)
    throw new ShapeError('results: no row has the id of a model');
  return { models, unreadableRows, next: nextPosition(next, isRecord(cursors) ? cursors['next'] : null) };
}

function readRow(row: unknown): ModelFacts | undefined {
  try {
    return parseModel(row, 'answer');
  } catch (error) {
    if (error instanceof ShapeError) return undefined;
    throw error;
  }
}

/** Takes only the cursor, from whichever field has it. The URL around it is built here, never taken from the response. */
function nextPosition(next: unknown, cursorsNext: unknown): ListingPosition | null {
  const cursor = cursorOf(cursorsNext) ?? cursorInUrl(next);
  if (cursor === null) {
    if (typeof next === 'string' && next !== '')
      throw new ShapeError('next: says there is more, but not where');
    return null;
  }
  if (cursor.length > maxCursorLength) throw new ShapeError('next: too long to be a cursor');
  // A lone surrogate cannot be encoded in a URL.
  if (!cursor.isWellFormed()) throw new ShapeError('next: no text that could be a cursor');
  return listingPosition(cursor);
}

function cursorInUrl(next: unknown): string | null {
  if (typeof next !== 'string' || !URL.canParse(next)) return null;
  return cursorOf(new URL(next).searchParams.get('cursor'));
}

function cursorOf(cursor: unknown): string | null {
  if (typeof cursor !== 'string' && typeof cursor !== 'number') return null;
  return cursor === '' ? null : String(cursor);
}
