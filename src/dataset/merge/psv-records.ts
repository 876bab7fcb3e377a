import { ImportRefused } from './import-refused';
import { importLimits } from './import-limits';

const field = /(?:\\((?:[^\\\r\n]|\\\\)*)\\|([^|\\\r\n]*))(\||$)/y;

/**
 * The records of one of our PSV tables, from its text in pieces. Stricter than the format: a record is one line, as
 * it is in all that we write. Throws with the number of the line on anything else than `header` and its fields.
 */
export async function* psvRecords(
  path: string,
  header: readonly string[],
  text: AsyncIterable<string>,
): AsyncGenerator<string[]> {
  let rest = '';
  let line = 0;
  for await (const piece of text) {
    const lines = (rest + piece).split('\r\n');
    rest = lines.pop() ?? '';
    if (rest.length > importLimits.lineCharacters)
      throw new ImportRefused(`${path}: line ${line + 1} has no end.`);
    for (const record of lines) {
      line += 1;
      const fields = record.includes('\\') || /[\r\n]/.test(record) ? quoted(record) : record.split('|');
      if (fields?.length !== header.length) throw new ImportRefused(`${path}: line ${line} is no record.`);
      if (line > 1) yield fields;
      else if (fields.join('|') !== header.join('|')) throw new ImportRefused(`${path} has other columns.`);
    }
  }
  if (rest !== '' || line === 0) throw new ImportRefused(`${path} breaks off in line ${line + 1}.`);
}

function quoted(record: string): string[] | undefined {
  const fields: string[] = [];
  field.lastIndex = 0;
  for (;;) {
    const match = field.exec(record);
    if (!match) return undefined;
    fields.push(match[1]?.replaceAll('\\\\', '\\') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}
