import { closestCard, walkElements } from './walk-elements';

/** Elements that may be cards, each with the page it was found on. */
export type Found = Map<Element, number>;

/** The parts of a document that are still to be searched for cards. Only additions are queued, so nothing is read twice. */
export type Backlog = {
  addDocument(pageSerial: number): void;
  addRecords(records: readonly MutationRecord[], pageSerial: number): void;
  /** Continues until everything is searched, the time is up, or enough was found for now. */
  search(found: Found, isTimeUp: () => boolean): void;
  isEmpty(): boolean;
  clear(): void;
  /** The number of elements in the document when it was last searched as a whole. */
  documentSize(): number;
};

type Waiting = { readonly what: Document | MutationRecord; readonly pageSerial: number };
type Search = Waiting & { readonly elements: Iterator<Element | undefined, undefined> };

/** With more records than this, searching the whole document again is cheaper. */
const maxWaiting = 10_000;
const maxFound = 1_000;
/** Elements between two looks at the clock, which take a few microseconds. */
const elementsPerTimeCheck = 64;

export function createBacklog(document: Document): Backlog {
  let waiting: Waiting[] = [];
  let next = 0;
  let current: Search | undefined;
  let documentSize = 0;

  function clear(): void {
    waiting = [];
    next = 0;
    current = undefined;
  }

  function nextSearch(): Search | undefined {
    const taken = waiting[next++];
    if (taken) return { ...taken, elements: elementsOf(taken.what) };
    waiting = [];
    next = 0;
    return undefined;
  }

  return {
    addDocument(pageSerial) {
      clear();
      documentSize = 0;
      waiting.push({ what: document, pageSerial });
    },
    addRecords(records, pageSerial) {
      if (waiting.length - next + records.length > maxWaiting) this.addDocument(pageSerial);
      else for (const what of records) waiting.push({ what, pageSerial });
    },
    search(found, isTimeUp) {
      for (let count = 1; found.size < maxFound; count++) {
        if (count % elementsPerTimeCheck === 0 && isTimeUp()) return;
        current ??= nextSearch();
        if (!current) return;
        const element = current.elements.next();
        if (element.done) current = undefined;
        else if (element.value) found.set(element.value, current.pageSerial);
        if (current?.what === document) documentSize++;
      }
    },
    isEmpty: () => !current && next >= waiting.length,
    clear,
    documentSize: () => documentSize,
  };
}

function* elementsOf(what: Document | MutationRecord): Generator<Element | undefined, undefined> {
  if (what instanceof Document) {
    yield* walkElements(what);
    return;
  }
  // The element itself got an id, or something inside a card was rendered late.
  yield closestCard(what.target);
  for (const node of what.addedNodes) {
    if (node instanceof Element) yield* walkElements(node);
  }
}
