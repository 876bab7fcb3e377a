import { safeDom } from './safe-dom';
import type { Place } from './selectors';

/** The value at the first place that `parse` accepts; `undefined` if there is none. */
export function readPlaces<T>(
  root: Document | Element,
  places: readonly Place[],
  parse: (text: string) => T | undefined,
): T | undefined {
  for (const place of places) {
    const element = safeDom.first(root, place.selector);
    const text = element && readPlace(element, place);
    const read = text === null ? undefined : parse(text);
    if (read !== undefined) return read;
  }
  return undefined;
}

export function readPlace(element: Element, { at, between }: Place): string | null {
  const text = at === 'text' ? safeDom.text(element) : safeDom.attribute(element, at);
  if (text === null || !between) return text;
  const [before, after] = between;
  return text.startsWith(before) && text.endsWith(after) ? text.slice(before.length, -after.length) : null;
}
