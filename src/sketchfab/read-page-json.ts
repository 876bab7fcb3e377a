import { decodeEntities } from './decode-entities';
import { safeDom } from './safe-dom';
import { scanPrefetchedData } from './scan-prefetched-data';
import { pageJsonId } from './selectors';

/**
 * What the server sent along with a page: the answers its script would ask for first, by request path with query.
 * It speaks of the first load only, and stays in the document as it was while the page goes elsewhere.
 */
export type PageJson = ReadonlyMap<string, unknown>;

/** Ten times what such a page carries; a larger one would hold up the page while it is parsed. */
const maxLength = 5_000_000;

export function readPageJson(document: Document): PageJson {
  const embedded = readComment(document);
  return embedded.size > 0 ? embedded : readScripts(document);
}

/** About 2019 to now: a comment, its JSON escaped as if it were text. */
function readComment(document: Document): PageJson {
  const node = safeDom.first(document, `#${pageJsonId}`);
  const comment = node && safeDom.walker(node, NodeFilter.SHOW_COMMENT).nextNode();
  const text = comment ? safeDom.text(comment) : '';
  if (text === '' || text.length > maxLength) return new Map();
  const json = parse(decodeEntities(text));
  return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : []);
}

/** 2016 to 2018: assignments in an inline script, whose variable is out of reach and whose text is not. */
function readScripts(document: Document): PageJson {
  const texts = safeDom.all(document, 'script:not([src])').map((script) => safeDom.text(script));
  const short = texts.filter((text) => text.length <= maxLength);
  return new Map(short.flatMap((text) => [...scanPrefetchedData(text)]));
}

/** A page whose JSON cannot be read has markup as well: silence, not an error. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
