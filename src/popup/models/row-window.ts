import type { RowWindow } from '../../models/models-answer';

/** How the rows of a long list stand in a box that scrolls. */
export type RowLayout = {
  readonly rows: number;
  readonly rowHeight: number;
  /** Of what is seen of the rows at once. */
  readonly height: number;
};

/** Firefox draws nothing below 17.9 million pixels. Of a longer list, one pixel of the scroll bar is more than one of rows. */
export const mostPixels = 15_000_000;

const fullHeight = ({ rows, rowHeight }: RowLayout) => rows * rowHeight;

/** The height of all rows, as far as a browser can show one. */
export const contentHeight = (layout: RowLayout) => Math.min(fullHeight(layout), mostPixels);

/** How many pixels of rows one pixel of scrolling passes. */
function scale(layout: RowLayout): number {
  const way = contentHeight(layout) - layout.height;
  return way <= 0 ? 1 : (fullHeight(layout) - layout.height) / way;
}

/** The rows that are seen, with `extra` rows above and below. */
export function visibleRows(layout: RowLayout, scrollTop: number, extra: number): RowWindow {
  const { rows, rowHeight, height } = layout;
  const top = Math.max(0, scrollTop) * scale(layout);
  const last = Math.min(rows, Math.ceil((top + height) / rowHeight) + extra);
  return { start: Math.max(0, Math.min(last, Math.floor(top / rowHeight) - extra)), end: last };
}

/** Where a row stands among the rows when they are scrolled to `scrollTop`. */
export function rowTop(layout: RowLayout, scrollTop: number, row: number): number {
  return scrollTop + row * layout.rowHeight - scrollTop * scale(layout);
}

/** The shortest way to scroll until the whole row is seen. */
export function scrollTopFor(layout: RowLayout, scrollTop: number, row: number): number {
  const { rowHeight, height } = layout;
  const seen = scrollTop * scale(layout);
  const top = row * rowHeight;
  if (top < seen) return top / scale(layout);
  if (top + rowHeight > seen + height) return Math.max(0, top + rowHeight - height) / scale(layout);
  return scrollTop;
}

export function contains(outer: RowWindow, inner: RowWindow): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
