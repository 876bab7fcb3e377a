import { tileArea, tileSize } from './tile-kernels';

/**
 * The lower triangle of a symmetric matrix in square tiles, row after row of tiles: of these, tile (i, j) with i >= j is
 * there. Tiles fit into the processor's cache, and half the memory is saved.
 */
export type Tiles = {
  /** Lines of the matrix, a multiple of `tileSize`. */
  readonly size: number;
  /** Tiles in a line. */
  readonly count: number;
  readonly values: Float64Array;
};

/** All zeros, large enough for `lines` lines. */
export function createTiles(lines: number): Tiles {
  const count = Math.ceil(lines / tileSize);
  return { size: count * tileSize, count, values: new Float64Array(((count * (count + 1)) / 2) * tileArea) };
}

/** Tile (i, j) with i >= j, as a view. */
export function tileAt({ values }: Tiles, i: number, j: number): Float64Array {
  const start = ((i * (i + 1)) / 2 + j) * tileArea;
  return values.subarray(start, start + tileArea);
}

/** Where entry (line, column) with line >= column is, among the values. */
export function entryAt(line: number, column: number): number {
  const i = Math.floor(line / tileSize);
  const j = Math.floor(column / tileSize);
  return ((i * (i + 1)) / 2 + j) * tileArea + (line % tileSize) * tileSize + (column % tileSize);
}
