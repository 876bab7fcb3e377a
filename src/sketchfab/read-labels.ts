import * as v from 'valibot';
import { cleanLabelText, type Label } from './label';

/** The most items read from one list. */
const maxItems = 1_000;

const text = v.fallback(v.pipe(v.string(), v.transform(cleanLabelText)), '');
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
 * Parses tags or categories given as strings or as `{name, slug}`. A tag without a name gets its slug as name; the
 * official description promises no more than a slug. `null` if there are items but none has either: the site's own
 * endpoint lists categories as bare uids, which is not an empty list.
 */
export function readLabels(items: readonly unknown[]): readonly Label[] | null {
  const labels = distinctLabels(items.slice(0, maxItems).flatMap(readLabel));
  return labels.length === 0 && items.length > 0 ? null : labels;
}

/** The first label of each name, in order. Labels without a name are dropped. */
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
