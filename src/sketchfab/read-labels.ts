import * as v from 'valibot';
import { cleanText } from './clean-text';
import type { Label } from './label';

/** Looked at of one list, however long it is. */
const maxItems = 1_000;

const text = v.fallback(v.pipe(v.string(), v.transform(cleanText)), '');
const item = v.union([
  // Tags of 2015 and 2016
  v.pipe(
    text,
    v.nonEmpty(),
    v.transform((name) => ({ name, slug: '' })),
  ),
  v.object({ name: text, slug: text }),
]);

/**
 * Reads tags or categories, given as strings or as `{name, slug}`. A tag without a name goes by its slug, which is all
 * that the official description promises. `null` where there are items and none has either: a list of bare uids, as
 * the site's own endpoint gives categories, is silence and no empty list.
 */
export function readLabels(items: readonly unknown[]): readonly Label[] | null {
  const labels = distinctLabels(items.slice(0, maxItems).flatMap(readLabel));
  return labels.length === 0 && items.length > 0 ? null : labels;
}

/** The first of each name, in order; nameless ones are dropped. */
export function distinctLabels(labels: readonly Label[]): readonly Label[] {
  const byName = new Map<string, Label>();
  for (const label of labels) {
    if (label.name !== '' && !byName.has(label.name)) byName.set(label.name, label);
  }
  return [...byName.values()];
}

function readLabel(value: unknown): Label[] {
  const read = v.safeParse(item, value);
  if (!read.success) return [];
  const { name, slug } = read.output;
  return [{ name: name || slug, slug: slug || null }];
}
