import type { DatasetOptions } from '../dataset-options';

/**
 * Where a spreadsheet may take a text for a formula: at its beginning, and after what a reader with other separators than
 * ours would split it at. Quotes and blanks in between may be dropped; an apostrophe says that the cell is text.
 */
const beforeFormula = /(^|[|,;])(?='*[" ]*[=+@\t\r＝＋－＠-])/g;
const escapedFormula = /(^|[|,;])'(?='*[" ]*[=+@\t\r＝＋－＠-])/g;

/** Puts an apostrophe wherever a formula could begin, also before those that are there already. */
export function escapeFormulas(text: string): string {
  return text.replace(beforeFormula, "$1'");
}

/** What `escapeFormulas` was given. */
export function unescapeFormulas(text: string): string {
  return text.replace(escapedFormula, '$1');
}

const asIs = (text: string): string => text;

/** How texts of the site are written into the cells of text tables. */
export const cellText = ({ escapeFormulas: isEscaping }: Pick<DatasetOptions, 'escapeFormulas'>) =>
  isEscaping ? escapeFormulas : asIs;

/** How such a cell is read. */
export const textOfCell = (isEscaped: boolean) => (isEscaped ? unescapeFormulas : asIs);
