/**
 * A model's name as the likes table repeats it. Nobody joins on that column, so it is kept free of all that trips a
 * reader who does not know our quote character: no separator, no quote of ours, no `"` where a field begins.
 */
export function plainName(name: string): string {
  return name.replaceAll(/[|\\]+/g, '/').replace(/^["\s]+/, '') || '-';
}
