import { isShownToEveryone } from './is-shown-to-everyone';
import { mergeFacts } from './merge-facts';
import type { ModelFacts } from './model-facts';
import { modelUidOfAddress } from './model-uid-of-address';
import { findModelJson } from './models-in-page-json';
import { rememberPage, type PageMemory } from './page-memory';
import { parseModel } from './parse-model';
import { readModelMarkup } from './read-model-markup';

/**
 * Reads the model that the address names: from the page's JSON first, and from its markup where that is silent.
 * `undefined` where the address names none, where the page shows none, and where the model is not public.
 * Who reads one document more than once hands over what it remembers.
 */
export function readModelPage(
  document: Document,
  address: string,
  memory: PageMemory = rememberPage(document),
): ModelFacts | undefined {
  const uid = modelUidOfAddress(address);
  if (uid === undefined) return undefined;
  const json = findModelJson(memory.json, uid);
  // Read even when the JSON says it all: the next page must know what this one said.
  const markup = readModelMarkup(document, uid, memory);
  if (json === undefined) return markup;
  if (!isShownToEveryone(json)) return undefined;
  const facts = parseModel(json);
  return markup ? mergeFacts(facts, markup) : facts;
}
