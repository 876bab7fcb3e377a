import type { ModelUid } from './model-uid';
import { findListedModels } from './models-in-page-json';
import { type PageJson, readPageJson } from './read-page-json';
import { safeDom } from './safe-dom';

/** What to remember about a document between readings, since its address can change without a load. */
export type PageMemory = {
  readonly json: PageJson;
  readonly listed: ReadonlyMap<ModelUid, unknown>;
  /** Whether an element still has the content that was read for another model. */
  readonly isLeftover: (element: Element, uid: ModelUid) => boolean;
};

export function rememberPage(document: Document): PageMemory {
  const json = readPageJson(document);
  return { json, listed: findListedModels(json), isLeftover: leftovers() };
}

/**
 * On client-side navigation the address changes first and the content follows. Content that was read for one model and
 * has not changed since is not read for the next one: unknown tags are better than another model's tags.
 */
function leftovers(): PageMemory['isLeftover'] {
  const readFor = new WeakMap<Element, { readonly uid: ModelUid; readonly content: string }>();
  return (element, uid) => {
    const content = safeDom.attribute(element, 'content') ?? safeDom.text(element);
    const before = readFor.get(element);
    if (before && before.uid !== uid && before.content === content) return true;
    readFor.set(element, { uid, content });
    return false;
  };
}
