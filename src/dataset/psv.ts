/**
 * One record of a PSV file, line end included: what Python's csv writer gives with `|` between fields, `\` as the
 * quote character and minimal quoting, which is how rec-a-sketch wrote its files.
 */
export function psvRecord(fields: readonly string[]): string {
  return `${psvFields(fields)}${psvEnd}`;
}

export const psvEnd = '\r\n';

/** Part of a record. Pseudonyms may be put after it as they are: they hold nothing to be quoted. */
export function psvFields(fields: readonly string[]): string {
  return fields.map(psvField).join('|');
}

// These four and nothing else: quoting more than Python does would change the bytes, and `"` means nothing here.
const special = /[|\\\r\n]/;

function psvField(text: string): string {
  return special.test(text) ? `\\${text.replaceAll('\\', '\\\\')}\\` : text;
}
