/**
 * Pasted text in plain characters. Word processors, spreadsheets, chats and browsers change what they hand on: full-width
 * letters and punctuation, typographic dashes, percent-encoding, and characters that nobody sees.
 */
export function cleanPastedText(text: string): string {
  return decodePercent(plainCharacters(text));
}

/** Readings of a text where an invisible character or a dash may as well separate two entries. */
export function separatedReading(text: string): string | null {
  const separated = text.replace(hidden, ' ').replace(typographicDashes, ' ');
  return separated === text ? null : cleanPastedText(separated);
}

/** User names are compared in this form, without regard to case. */
export function normalizeUsername(name: string): string {
  return isPlain.test(name) ? name.toLowerCase() : plainCharacters(name).toLowerCase();
}

// Nearly all names are, and an export compares every name.
const isPlain = /^[\x21-\x7e]*$/;
// Byte order marks, zero-width characters, soft hyphens, directions of writing, fillers.
const hidden = /[\p{Default_Ignorable_Code_Point}\p{Cf}\u2800]/gu;
const typographicDashes = /(?!-)[\p{Pd}\u2212]/gu;

function plainCharacters(text: string): string {
  return text.replace(hidden, '').normalize('NFKC').replace(typographicDashes, '-');
}

const escapes = /(?:%[0-9a-f]{2})+/gi;
// An address within an address may be encoded twice.
const mostRounds = 3;

function decodePercent(text: string): string {
  let decoded = text;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = decoded.replace(escapes, decodeOrKeep);
    if (next === decoded) break;
    decoded = plainCharacters(next);
  }
  return decoded;
}

function decodeOrKeep(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
