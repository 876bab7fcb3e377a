/**
 * Cursors of lists decode to a position, `o=24` for likes and `p=530` for models. The site promises nothing of the kind,
 * so a client must treat them as opaque.
 */
export function positionCursor(letter: 'o' | 'p', position: number): string {
  return Buffer.from(`${letter}=${position}`).toString('base64');
}

/** Where a page starts: its `cursor`, else its `offset`, else at the beginning. `undefined` for nonsense. */
export function readPosition(query: URLSearchParams): number | undefined {
  const cursor = query.get('cursor');
  const text = cursor
    ? /^[op]=(\d+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1]
    : (query.get('offset') ?? '0');
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

/** `count` above 24 is ignored, as on the site. */
export function readCount(query: URLSearchParams): number {
  const count = Number(query.get('count') ?? '24');
  return Number.isInteger(count) && count >= 1 && count <= 24 ? count : 24;
}
