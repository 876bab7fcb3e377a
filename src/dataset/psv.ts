/**
 * One record of a PSV file, line end included: what Python's csv writer gives with `|` between fields, `\` as the
 * quote character and minimal quoting, which is how rec-a-sketch wrote its files.
 */
export function psvRecord(fields: readonly string[]): string {
  return `${fields.map(psvField).join('|')}\r\n`;
}

// These four and nothing else: quoting more than Python does would change the bytes, and `"` means nothing here.
const special = /[|\\\r\n]/;

function psvField(text: string): string {
  return special.test(text) ? `\\${text.replaceAll('\\', '\\\\')}\\` : text;
}
