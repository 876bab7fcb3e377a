import { maxCount } from './fact-kinds';

/** No count is longer than this, blanks around it included; a hostile one is not worth looking through. */
const maxLength = 200;

// Plain digits, or groups of three after commas. `1.234` and `1 234` may mean other things, and are not read.
const exact = /^(?:0|[1-9]\d{0,15}|[1-9]\d{0,2}(?:,\d{3}){1,5})$/;

/**
 * Reads a count as a card shows it: `34`, `1,234`, with blanks and newlines around. `undefined` when it is not exact:
 * `1.2k` may be any of a hundred numbers, and stripping it to its digits would make it 12.
 */
export function parseCount(text: string): number | undefined {
  if (text.length > maxLength) return undefined;
  const trimmed = text.trim();
  if (!exact.test(trimmed)) return undefined;
  const count = Number(trimmed.replaceAll(',', ''));
  return count <= maxCount ? count : undefined;
}
