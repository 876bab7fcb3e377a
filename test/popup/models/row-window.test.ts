import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contentHeight,
  contains,
  mostPixels,
  rowTop,
  type RowLayout,
  scrollTopFor,
  visibleRows,
} from '../../../src/popup/models/row-window';

const layouts = fc.record({
  rows: fc.oneof(fc.nat(200), fc.integer({ min: 100_000, max: 2_000_000 })),
  rowHeight: fc.constantFrom(40, 56),
  height: fc.integer({ min: 100, max: 2_000 }),
});
/** The place of the scroll bar as a share of its way. */
const shares = fc.double({ min: 0, max: 1, noNaN: true });
const scrolled = (layout: RowLayout, share: number) =>
  share * Math.max(0, contentHeight(layout) - layout.height);

describe('the rows that are seen', () => {
  it('cover the whole box, however long the list is', () => {
    fc.assert(
      fc.property(layouts, shares, (layout, share) => {
        const scrollTop = scrolled(layout, share);
        const { start, end } = visibleRows(layout, scrollTop, 0);
        if (layout.rows === 0) return end === 0;
        // A thousandth of a pixel is what rounding may cost at ten million of them.
        expect(rowTop(layout, scrollTop, start)).toBeLessThanOrEqual(scrollTop + 0.001);
        const bottom = rowTop(layout, scrollTop, end);
        const isEnd = end === layout.rows;
        expect(isEnd || bottom >= scrollTop + layout.height - 0.001).toBe(true);
        return end - start <= layout.height / layout.rowHeight + 2;
      }),
    );
  });

  it('begin with the first row at the top and end with the last one at the bottom', () => {
    const layout = { rows: 1_000_000, rowHeight: 40, height: 700 };
    expect(contentHeight(layout)).toBe(mostPixels);
    expect(visibleRows(layout, 0, 0).start).toBe(0);
    const atEnd = mostPixels - 700;
    expect(visibleRows(layout, atEnd, 0).end).toBe(1_000_000);
    expect(rowTop(layout, atEnd, 999_999)).toBeCloseTo(mostPixels - 40, 3);
  });

  it('stand where they would without a limit, if the list is short enough for the browser', () => {
    const layout = { rows: 28_806, rowHeight: 40, height: 700 };
    expect(contentHeight(layout)).toBe(28_806 * 40);
    expect(rowTop(layout, 123_456, 777)).toBe(777 * 40);
    expect(visibleRows(layout, 4_000, 2)).toEqual({ start: 98, end: 120 });
  });

  it('are none of an empty list, and all of one that the filter has shortened', () => {
    expect(visibleRows({ rows: 0, rowHeight: 40, height: 700 }, 0, 6)).toEqual({ start: 0, end: 0 });
    expect(visibleRows({ rows: 3, rowHeight: 40, height: 700 }, 90_000, 6)).toEqual({ start: 3, end: 3 });
    expect(visibleRows({ rows: 3, rowHeight: 40, height: 700 }, 0, 6)).toEqual({ start: 0, end: 3 });
  });
});

describe('scrolling to a row', () => {
  it('shows the whole row, and does not move for one that is seen', () => {
    fc.assert(
      fc.property(layouts, shares, fc.nat(), (layout, share, seed) => {
        if (layout.rows === 0) return;
        const row = seed % layout.rows;
        const before = scrolled(layout, share);
        const after = scrollTopFor(layout, before, row);
        const top = rowTop(layout, after, row);
        expect(top).toBeGreaterThanOrEqual(after - 0.01);
        expect(top + layout.rowHeight).toBeLessThanOrEqual(after + layout.height + 0.01);
        expect(after === before || scrollTopFor(layout, after, row) - after < 0.01).toBe(true);
      }),
    );
  });
});

it('knows whether the rows it has read contain those it shows', () => {
  expect(contains({ start: 10, end: 20 }, { start: 10, end: 20 })).toBe(true);
  expect(contains({ start: 10, end: 20 }, { start: 9, end: 12 })).toBe(false);
  expect(contains({ start: 10, end: 20 }, { start: 15, end: 21 })).toBe(false);
});
