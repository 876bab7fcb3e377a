const assignment = 'prefetchedData[';
// Bounded quantifiers keep the scan linear, even for a script full of half-finished assignments.
const key = /\s{0,100}(?:"([^"\\\n]{1,1000})"|'([^'\\\n]{1,1000})')\s{0,100}\]\s{0,100}=\s{0,100}(?=[{[])/y;

/**
 * Extracts `prefetchedData[ "/i/models?..." ] = {...};` from the text of an inline script without running it. Pages of
 * 2016 to 2018 had such scripts. Skips values that are not JSON.
 */
export function scanPrefetchedData(script: string): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  let from = script.indexOf(assignment);
  while (from !== -1) {
    key.lastIndex = from + assignment.length;
    const [whole, double, single] = key.exec(script) ?? [];
    let next = from + assignment.length;
    if (whole !== undefined) {
      next += whole.length;
      const end = endOfValue(script, next);
      // Everything after an unterminated value might be part of it.
      if (end === undefined) break;
      remember(found, double ?? single ?? '', script.slice(next, end));
      next = end;
    }
    from = script.indexOf(assignment, next);
  }
  return found;
}

function remember(found: Map<string, unknown>, path: string, value: string): void {
  try {
    found.set(path, JSON.parse(value) as unknown);
  } catch {
    // A JavaScript literal that is not JSON. The page's markup has the same facts.
  }
}

/** The position after the object or array that begins at `start`. Ignores brackets inside strings. */
function endOfValue(script: string, start: number): number | undefined {
  let depth = 0;
  for (let at = start; at < script.length; at++) {
    const character = script[at];
    if (character === '"') at = endOfString(script, at);
    else if (character === '{' || character === '[') depth++;
    else if ((character === '}' || character === ']') && --depth === 0) return at + 1;
  }
  return undefined;
}

/** The position of the closing quote. */
function endOfString(script: string, start: number): number {
  let at = start + 1;
  while (at < script.length && script[at] !== '"') at += script[at] === '\\' ? 2 : 1;
  return at;
}
