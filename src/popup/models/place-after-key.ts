import type { RowLayout } from './row-window';

/** The row that a key leads to; `null` if the key leads nowhere. */
export function placeAfterKey(
  key: string,
  place: number,
  { rows, rowHeight, height }: RowLayout,
): number | null {
  const page = Math.max(1, Math.floor(height / rowHeight) - 1);
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: -rows,
    End: rows,
  };
  const step = steps[key];
  return step === undefined || rows === 0 ? null : Math.max(0, Math.min(rows - 1, place + step));
}
