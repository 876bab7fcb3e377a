import { maxCount } from './fact-kinds';

/** Longer than any count with the whitespace around it. A longer text is not worth parsing. */
const maxLength = 200;

// Plain digits, or groups of three after commas. `1.234` and `1 234` are ambiguous, so they are not read.
const exact = /^(?:0|[1-9]\d{0,15}|[1-9]\d{0,2}(?:,\d{3}){1,5})$/;

/**
 * Parses a count as cards show it: `34` or `1,234`, with whitespace around. `undefined` if it is not exact: `1.2k` may be
 * any of a hundred numbers, and its digits alone would make it 12.
 */
export function parseCount(text: string): number | undefined {
  if (text.length > maxLength) return undefined;
  const trimmed = text.trim();
  if (!exact.test(trimmed)) return undefined;
  const count = Number(trimmed.replaceAll(',', ''));
  return count <= maxCount ? count : undefined;
}
