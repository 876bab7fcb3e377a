/**
 * Cursors of lists decode to a position, `o=24` for likes and `p=530` for models. The real site promises no such thing,
 * so a client must treat them as opaque.
 */
export function positionCursor(letter: 'o' | 'p', position: number): string {
  return Buffer.from(`${letter}=${position}`).toString('base64');
}

/** Where a page starts: at its `cursor`, else its `offset`, else 0. `undefined` if that is invalid. */
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
