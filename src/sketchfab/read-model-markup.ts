import { cleanText } from './clean-text';
import { hasNoAiTag } from './has-no-ai-tag';
import { type ModelFacts, noFacts } from './model-facts';
import type { ModelUid } from './model-uid';
import type { PageMemory } from './page-memory';
import { readPageLabels } from './read-page-labels';
import { readPlace } from './read-places';
import { safeDom } from './safe-dom';
import { elsewhereSelector, modelPageBodySelector, modelPagePlaces, robotsSelector } from './selectors';

/**
 * What the markup of a model page says of the model `uid`. `undefined` where it does not look like the page of a
 * model: an address alone, of a page that is missing perhaps, is no evidence of one.
 */
export function readModelMarkup(
  document: Document,
  uid: ModelUid,
  memory: Pick<PageMemory, 'isLeftover'>,
): ModelFacts | undefined {
  const isLeftover = (element: Element) => memory.isLeftover(element, uid);
  const name = readName(document, isLeftover);
  const tags = readPageLabels(document, 'tags', isLeftover);
  const categories = readPageLabels(document, 'categories', isLeftover);
  const hasLabels = tags !== null || categories !== null;
  const isModelPage = name !== null || (hasLabels && safeDom.first(document, modelPageBodySelector) !== null);
  const saysNoAi = readRobots(document, isLeftover) || (tags && hasNoAiTag(tags));
  if (!isModelPage) return undefined;
  return { ...noFacts(uid), name, tags, categories, noAi: saysNoAi };
}

function readName(document: Document, isLeftover: (element: Element) => boolean): string | null {
  for (const place of modelPagePlaces.name) {
    const own = safeDom
      .all(document, place.selector)
      .find((element) => !safeDom.isInside(element, elsewhereSelector));
    if (own) return isLeftover(own) ? null : cleanText(readPlace(own, place) ?? '') || null;
  }
  return null;
}

function readRobots(document: Document, isLeftover: (element: Element) => boolean): boolean {
  const requestedRuns = safeDom.all(document, robotsSelector).filter((meta) => !isLeftover(meta));
  return requestedRuns.some((meta) => /\bno(?:image)?ai\b/i.test(safeDom.attribute(meta, 'content') ?? ''));
}
