const ascii = /^[\0-\x7f]*$/;

/** A text as it is searched for and sorted: without case and accents. Folding twice changes nothing. */
export function foldText(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  // Lower case may need another pass: a capital of another script can become a letter with an accent.
  const folded = withoutMarks(withoutMarks(text).toLowerCase());
  // At the end of a word the same letter has another form.
  return folded.replaceAll('ς', 'σ').toWellFormed();
}

const withoutMarks = (text: string) => text.normalize('NFKD').replace(/\p{M}+/gu, '');

/** The words of a search, folded, each once. */
export function foldedWords(text: string): readonly string[] {
  return [...new Set(foldText(text).split(/\s+/u).filter(Boolean))];
}
