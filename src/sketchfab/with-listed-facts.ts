import { isShownToEveryone } from './is-shown-to-everyone';
import { mergeFacts } from './merge-facts';
import type { ModelFacts } from './model-facts';
import type { PageMemory } from './page-memory';
import { parseModel } from './parse-model';

/**
 * A card's facts, completed from the page's JSON lists, whose values win. Only models with a card count as seen: a list
 * that is in the JSON but not shown is ignored. `undefined` for a private model.
 */
export function withListedFacts(
  card: ModelFacts,
  { listed }: Pick<PageMemory, 'listed'>,
): ModelFacts | undefined {
  const row = listed.get(card.uid);
  if (row === undefined) return card;
  return isShownToEveryone(row) ? mergeFacts(parseModel(row, 'pageJson'), card) : undefined;
}
