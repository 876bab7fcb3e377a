/** One record of a RecBole atomic file, line end included. No value may hold a TAB or a line end, or begin with `"`. */
export function recboleRecord(fields: readonly string[]): string {
  return `${fields.join('\t')}\n`;
}
