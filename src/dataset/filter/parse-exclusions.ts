import { isOtherAddress, isRoute, splitAddresses } from './address-entries';
import { cleanPastedText, separatedReading } from './clean-pasted-text';
import { type ExclusionEntry, unclearEntry, wordEntry } from './exclusion-entry';

/**
 * The entries of a pasted list of users and models. The list may have any form: names, ids and addresses, one per line or
 * many on one, from a spreadsheet, a chat or a web page.
 *
 * Whatever could be a separate entry is one, and each is taken for all that it may mean: one entry too many leaves out
 * hardly anybody, one too few would publish somebody who asked to be left out. What is not understood is an entry without
 * a meaning. Parsing the texts of the entries again gives the same entries.
 */
export function parseExclusions(text: string): readonly ExclusionEntry[] {
  const separated = separatedReading(text);
  const lines = [cleanPastedText(text), ...(separated === null ? [] : [separated])].flatMap((reading) =>
    reading.split(lineBreak),
  );
  const entries = new Map(lines.flatMap(entriesOfLine).map((entry) => [entry.text, entry]));
  return [...entries.values()];
}

const lineBreak = /[\n\r\u2028\u2029\u0085\v\f]/;
const separators = /[\s\p{Cc},;|"'`´()[\]{}<>\\\u2018-\u201f\u2039\u203a«»、。،؛]+/u;
/** A number at the beginning of a line of a numbered list. */
const numbering = /^\s*[([]?\d{1,3}[.):\]]\s+(?=\S)/;
/** "16,271", as spreadsheets show the id 16271. */
const groupedNumber = /(?<![\w.,-])\d{1,3}(?:[,.'’ ]\d{3})+(?![\w-])/g;

function entriesOfLine(line: string): ExclusionEntry[] {
  const numbers = (line.match(groupedNumber) ?? []).map((number) => wordEntry(number.replace(/\D/g, '')));
  const pieces = line.replace(numbering, '').split(separators).filter(Boolean);
  return [...pieces.flatMap(entriesOfPiece), ...numbers];
}

/** `piece` has no blanks and no separators of lists. */
function entriesOfPiece(piece: string): readonly ExclusionEntry[] {
  if (!piece.includes('/')) return words(piece);
  const { entries, rest } = splitAddresses(piece);
  return [...entries, ...rest.flatMap((text) => (isOtherAddress(text) ? [unclearEntry(text)] : words(text)))];
}

function words(text: string): ExclusionEntry[] {
  const found = text.split(/[^\p{L}\p{M}\p{N}._-]+/u).filter((word) => /[\p{L}\p{N}_]/u.test(word));
  // A path without its site: "somebody/likes", "/3d-models/a-chair-…".
  const isPath = text.includes('/') && found.length > 1;
  return found.filter((word) => !(isPath && isRoute(word))).map(wordEntry);
}
