import { decodeEntities } from './decode-entities';
import { safeDom } from './safe-dom';
import { scanPrefetchedData } from './scan-prefetched-data';
import { pageJsonId } from './selectors';

/**
 * The JSON that the server embeds in a page: the responses that its script would request first, by path with query. It
 * belongs to the first load only and stays unchanged during client-side navigation.
 */
export type PageJson = ReadonlyMap<string, unknown>;

/** Ten times the usual size. Parsing more would block the page. */
const maxLength = 5_000_000;

export function readPageJson(document: Document): PageJson {
  const embedded = readComment(document);
  return embedded.size > 0 ? embedded : readScripts(document);
}

/** Since about 2019: HTML-escaped JSON inside a comment. */
function readComment(document: Document): PageJson {
  const node = safeDom.first(document, `#${pageJsonId}`);
  const comment = node && safeDom.walker(node, NodeFilter.SHOW_COMMENT).nextNode();
  const text = comment ? safeDom.text(comment) : '';
  if (text === '' || text.length > maxLength) return new Map();
  const json = parse(decodeEntities(text));
  return new Map(typeof json === 'object' && json !== null ? Object.entries(json) : []);
}

/** 2016 to 2018: assignments in an inline script. A content script cannot read the variable, only the text. */
function readScripts(document: Document): PageJson {
  const texts = safeDom.all(document, 'script:not([src])').map((script) => safeDom.text(script));
  const short = texts.filter((text) => text.length <= maxLength);
  return new Map(short.flatMap((text) => [...scanPrefetchedData(text)]));
}

/** Unreadable JSON is no error: the markup has the facts too. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
