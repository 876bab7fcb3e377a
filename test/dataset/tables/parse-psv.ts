/**
 * Parses the records of a PSV file: `\` quotes, `\\` inside a quoted field is one `\`, CR LF ends a record. Independent
 * of the writer, and strict: anything else throws.
 */
export function parsePsv(text: string): string[][] {
  const field = /(?:\\((?:[^\\]|\\\\)*)\\|([^|\\\r\n]*))(\||\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new Error(`not PSV at character ${at}`);
    record.push(match[1]?.replaceAll('\\\\', '\\') ?? match[2] ?? '');
    if (match[3] === '|') continue;
    records.push(record);
    record = [];
  }
  if (record.length > 0) throw new Error('the last record has no end');
  return records;
}
