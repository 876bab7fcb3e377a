import { isShownToEveryone } from './is-shown-to-everyone';
import { mergeFacts } from './merge-facts';
import type { ModelFacts } from './model-facts';
import type { PageMemory } from './page-memory';
import { parseModel } from './parse-model';

/**
 * A card, together with what the page's list JSON says of the same model. The JSON comes first, but only cards make a
 * sighting: a list that was sent along and is not shown is none of our business. `undefined` for a private model.
 */
export function withListedFacts(
  card: ModelFacts,
  { listed }: Pick<PageMemory, 'listed'>,
): ModelFacts | undefined {
  const row = listed.get(card.uid);
  if (row === undefined) return card;
  return isShownToEveryone(row) ? mergeFacts(parseModel(row), card) : undefined;
}
