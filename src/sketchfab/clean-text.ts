// Control characters and line separators: a record of the dataset is one physical line in every file.
const breaks = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

export const maxTextLength = 1_000;

/**
 * The ingest rule for every name, tag and category: each run of breaks becomes one space, then trimmed; lone
 * surrogates become U+FFFD; capped at `maxTextLength` UTF-16 units without cutting a character in two.
 */
export function cleanText(text: string): string {
  // Cut before the replacements, so that a text of many megabytes costs no more than a long name.
  const cleaned = text
    .slice(0, maxTextLength * 4)
    .replace(breaks, ' ')
    .trim()
    .toWellFormed();
  return cleaned.length <= maxTextLength
    ? cleaned
    : cleaned.slice(0, maxTextLength).toWellFormed().replace(/�$/, '').trim();
}
