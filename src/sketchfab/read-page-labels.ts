import { cleanLabelText, type Label, maxLabelsPerModel } from './label';
import { pathOnSite } from './path-on-site';
import { distinctLabels } from './read-labels';
import { safeDom } from './safe-dom';
import { elsewhereSelector, labelPlaces } from './selectors';

/** A model has two at most. More links than this are a menu of the site. */
const maxCategoriesByRoute = 4;

/**
 * The tags or categories on a model page: the links in their section, otherwise all links of that route outside of
 * elements that are not about the model. `null` if there are none; they may not be rendered yet.
 */
export function readPageLabels(
  document: Document,
  kind: keyof typeof labelPlaces,
  isLeftover: (element: Element) => boolean,
): readonly Label[] | null {
  const { section, link } = labelPlaces[kind];
  const row = safeDom.first(document, section);
  if (row) return isLeftover(row) ? null : labelsOf(safeDom.all(row, 'a'), kind);
  const links = safeDom.all(document, link).filter((one) => !safeDom.isInside(one, elsewhereSelector));
  // `map` before `includes`, so that every link is remembered. A single leftover makes all of them doubtful.
  if (links.map(isLeftover).includes(true)) return null;
  const labels = labelsOf(links, kind);
  return kind === 'categories' && labels && labels.length > maxCategoriesByRoute ? null : labels;
}

function labelsOf(links: readonly Element[], kind: keyof typeof labelPlaces): readonly Label[] | null {
  const labels = distinctLabels(links.flatMap((link) => readLink(link, kind)));
  return labels.length === 0 ? null : labels.slice(0, maxLabelsPerModel);
}

function readLink(link: Element, kind: keyof typeof labelPlaces): Label[] {
  const slug = slugOf(safeDom.attribute(link, 'href') ?? '', labelPlaces[kind].route);
  if (slug === undefined) return [];
  const name = cleanLabelText(safeDom.text(link));
  // A page may render the tag `robot` as `#robot`.
  const hasHash = name.startsWith('#') && name.slice(1).toLowerCase() === slug.toLowerCase();
  return [{ name: hasHash ? name.slice(1) : name || slug, slug }];
}

function slugOf(href: string, route: RegExp): string | undefined {
  const encoded = route.exec(pathOnSite(href) ?? '')?.[1];
  return encoded === undefined ? undefined : cleanLabelText(decode(encoded)) || undefined;
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded; // it has a stray percent sign
  }
}
