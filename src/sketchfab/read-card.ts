import { cleanText } from './clean-text';
import { isCard } from './is-card';
import { factsFrom, type ModelFacts, noFacts } from './model-facts';
import { parseModelUid } from './model-uid';
import { parseCount } from './parse-count';
import { readPlaces } from './read-places';
import { safeDom } from './safe-dom';
import { cardPlaces, restrictedFlagSelector } from './selectors';
import { parseUserUid } from './user-uid';

/** Reads a card of any year from the element with `data-uid`; `undefined` if it is not a model's card. */
export function readCard(element: Element): ModelFacts | undefined {
  const uid = parseModelUid(safeDom.attribute(element, 'data-uid'));
  if (uid === undefined || !isCard(element, uid)) return undefined;
  return factsFrom('markup', {
    ...noFacts(uid),
    name: readPlaces(element, cardPlaces.name, (text) => cleanText(text) || undefined) ?? null,
    // A card that was just picked by the staff shows congratulations instead of counts.
    likeCount: readPlaces(element, cardPlaces.likeCount, parseCount) ?? null,
    ownerUid: readPlaces(element, cardPlaces.ownerUid, parseUserUid) ?? null,
    isRestricted: readIsRestricted(element),
  });
}

function readIsRestricted(card: Element): boolean | null {
  if (safeDom.first(card, restrictedFlagSelector)) return true;
  const isFamilyFriendly = readPlaces(card, cardPlaces.isFamilyFriendly, (text) =>
    text === 'true' ? true : text === 'false' ? false : undefined,
  );
  return isFamilyFriendly === undefined ? null : !isFamilyFriendly;
}
