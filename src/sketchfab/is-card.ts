import type { ModelUid } from './model-uid';
import { modelUidOfAddress } from './model-uid-of-address';
import { readPlaces } from './read-places';
import { safeDom } from './safe-dom';
import { cardItemSelector, cardPlaces, cardSelector } from './selectors';

/** A card has fewer than 100 nodes. Anything much larger is something else, or made to waste time. */
const maxNodes = 1_000;

/**
 * Whether an element with `data-uid` is the card of that model. Users and collections have the attribute too, so the
 * element must be a card, the list item of one, or the parent of exactly one card whose link agrees.
 */
export function isCard(element: Element, uid: ModelUid): boolean {
  if (isLarge(element)) return false;
  if (safeDom.matches(element, cardSelector)) return true;
  const cards = safeDom.all(element, cardSelector);
  // A card inside with an id of its own is handled separately.
  if (cards.some((card) => safeDom.attribute(card, 'data-uid') !== null)) return false;
  if (safeDom.matches(element, cardItemSelector)) return true;
  const linked = readPlaces(element, cardPlaces.address, modelUidOfAddress);
  return cards.length === 1 && (linked === undefined || linked === uid);
}

function isLarge(element: Element): boolean {
  const walker = safeDom.walker(element, NodeFilter.SHOW_ALL);
  for (let nodes = 0; nodes < maxNodes; nodes++) if (!walker.nextNode()) return false;
  return true;
}
