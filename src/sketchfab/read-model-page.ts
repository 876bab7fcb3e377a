import { isShownToEveryone } from './is-shown-to-everyone';
import { mergeFacts } from './merge-facts';
import type { ModelFacts } from './model-facts';
import { modelUidOfAddress } from './model-uid-of-address';
import { findModelJson } from './models-in-page-json';
import { rememberPage, type PageMemory } from './page-memory';
import { parseModel } from './parse-model';
import { readModelMarkup } from './read-model-markup';

/**
 * Reads the model that the address names, from the page's JSON first and from its markup for what is missing there.
 * `undefined` if the address names no model, the page shows none, or the model is not public.
 * Callers that read a document repeatedly pass its `memory`.
 */
export function readModelPage(
  document: Document,
  address: string,
  memory: PageMemory = rememberPage(document),
): ModelFacts | undefined {
  const uid = modelUidOfAddress(address);
  if (uid === undefined) return undefined;
  const json = findModelJson(memory.json, uid);
  // Read even if the JSON has everything: the memory must know this page's content to recognise leftovers on the next.
  const markup = readModelMarkup(document, uid, memory);
  if (json === undefined) return markup;
  if (!isShownToEveryone(json)) return undefined;
  const facts = parseModel(json, 'pageJson');
  return markup ? mergeFacts(facts, markup) : facts;
}
