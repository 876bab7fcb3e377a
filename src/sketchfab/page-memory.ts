import type { ModelUid } from './model-uid';
import { findListedModels } from './models-in-page-json';
import { type PageJson, readPageJson } from './read-page-json';
import { safeDom } from './safe-dom';

/** What has to be kept of one document from reading to reading, as its address changes without a load. */
export type PageMemory = {
  readonly json: PageJson;
  readonly listed: ReadonlyMap<ModelUid, unknown>;
  /** Whether an element of the page still says what it said of another model. */
  readonly isLeftover: (element: Element, uid: ModelUid) => boolean;
};

export function rememberPage(document: Document): PageMemory {
  const json = readPageJson(document);
  return { json, listed: findListedModels(json), isLeftover: leftovers() };
}

/**
 * Inside the client the address changes first and the page follows. What was read for one model and has not changed
 * since is not read for the next: better silent than another model's tags.
 */
function leftovers(): PageMemory['isLeftover'] {
  const readAs = new WeakMap<Element, { readonly uid: ModelUid; readonly said: string }>();
  return (element, uid) => {
    const said = safeDom.attribute(element, 'content') ?? safeDom.text(element);
    const before = readAs.get(element);
    if (before && before.uid !== uid && before.said === said) return true;
    readAs.set(element, { uid, said });
    return false;
  };
}
