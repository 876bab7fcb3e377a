// Control characters and line separators: a record of the dataset must be one physical line in every file.
const breaks = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

export const maxTextLength = 1_000;

/**
 * Normalizes a name, tag or category on input: each run of breaks becomes one space, the ends are trimmed, lone
 * surrogates become U+FFFD, and the text is cut at `maxLength` UTF-16 units, never inside a character.
 */
export function cleanText(text: string, maxLength = maxTextLength): string {
  // Cut before replacing, so that a text of many megabytes costs no more than a long name.
  const cleaned = text
    .slice(0, maxLength * 4)
    .replace(breaks, ' ')
    .trim()
    .toWellFormed();
  return cleaned.length <= maxLength
    ? cleaned
    : cleaned.slice(0, maxLength).toWellFormed().replace(/�$/, '').trim();
}
