import { cardAround, lookThrough } from './look-through';

/** Elements that may be cards, each with the page it was found on. */
export type Found = Map<Element, number>;

/** What of a document is still to be looked at. Only what a page adds gets here, so nothing is looked at twice. */
export type Backlog = {
  addDocument(pageSerial: number): void;
  addRecords(records: readonly MutationRecord[], pageSerial: number): void;
  /** Looks on until all is seen, the time is up, or as much was found as is worth holding. */
  search(found: Found, isTimeUp: () => boolean): void;
  isEmpty(): boolean;
  clear(): void;
  /** How many elements the document had when it was last looked through as a whole. */
  documentSize(): number;
};

type Waiting = { readonly what: Document | MutationRecord; readonly pageSerial: number };
type Work = Waiting & { readonly looks: Iterator<Element | undefined, undefined> };

/** Beyond this the records hold more of the page's garbage than of its cards, and one fresh look is cheaper. */
const maxWaiting = 10_000;
const maxFound = 1_000;
/** Looks between two glances at the clock: some microseconds' worth. */
const looksPerGlance = 64;

export function createBacklog(document: Document): Backlog {
  let waiting: Waiting[] = [];
  let next = 0;
  let work: Work | undefined;
  let documentSize = 0;

  function clear(): void {
    waiting = [];
    next = 0;
    work = undefined;
  }

  function takeWork(): Work | undefined {
    const taken = waiting[next++];
    if (taken) return { ...taken, looks: looksAt(taken.what) };
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
      for (let looks = 1; found.size < maxFound; looks++) {
        if (looks % looksPerGlance === 0 && isTimeUp()) return;
        work ??= takeWork();
        if (!work) return;
        const look = work.looks.next();
        if (look.done) work = undefined;
        else if (look.value) found.set(look.value, work.pageSerial);
        if (work?.what === document) documentSize++;
      }
    },
    isEmpty: () => !work && next >= waiting.length,
    clear,
    documentSize: () => documentSize,
  };
}

function* looksAt(what: Document | MutationRecord): Generator<Element | undefined, undefined> {
  if (what instanceof Document) {
    yield* lookThrough(what);
    return;
  }
  // Its own id, or a count or a whole card drawn late inside an element that has one.
  yield cardAround(what.target);
  for (const node of what.addedNodes) {
    if (node instanceof Element) yield* lookThrough(node);
  }
}
