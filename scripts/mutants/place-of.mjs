/** Names a mutant by its place. @param {Pick<import('./run-stage.mjs').Mutant, 'fileName' | 'location' | 'replacement'>} mutant */
export function placeOf({ fileName, location: { start, end }, replacement }) {
  const file = fileName.slice(fileName.lastIndexOf('src/'));
  return `${file}:${start.line}:${start.column}-${end.line}:${end.column} ${replacement}`;
}
