import { cleanText } from './clean-text';
import { hasNoAiTag } from './has-no-ai-tag';
import { factsFrom, type ModelFacts, noFacts } from './model-facts';
import type { ModelUid } from './model-uid';
import type { PageMemory } from './page-memory';
import { readPageLabels } from './read-page-labels';
import { readPlace } from './read-places';
import { safeDom } from './safe-dom';
import { elsewhereSelector, modelPageBodySelector, modelPagePlaces, robotsSelector } from './selectors';

/**
 * Reads the facts of model `uid` from the markup of its page. `undefined` if this does not look like a model page: the
 * address alone is no evidence, since the page may be missing.
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
  return factsFrom('markup', { ...noFacts(uid), name, tags, categories, noAi: saysNoAi });
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
  const metas = safeDom.all(document, robotsSelector).filter((meta) => !isLeftover(meta));
  return metas.some((meta) => /\bno(?:image)?ai\b/i.test(safeDom.attribute(meta, 'content') ?? ''));
}
