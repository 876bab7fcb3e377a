import { modelUidOfAddress } from '../sketchfab/model-uid-of-address';
import { createBacklog, type Found } from './backlog';
import { isInView } from './when-opened';

/** Receives what the watch finds. */
export type PageReader = {
  /** A page begins: the first one, or another one after client-side navigation. Returns its serial number. */
  openPage(): number;
  /** Whether this page needs no more reading. */
  isFull(): boolean;
  /** False if the limit of ids for this second is reached. */
  hasAllowance(): boolean;
  readCard(card: Element, foundOnPage: number): void;
  /** Reads the model that the address names. */
  readModel(address: string): void;
  endBatch(): void;
  /** The document is shown again, from the back/forward cache. */
  comeBack(): void;
};

/** Less than a third of a frame at 60 per second, and at most a twentieth of the time. */
const batchBudgetMs = 5;
const batchGapMs = 100;
/** A page of the site is read in a fraction of it, though browsers run timers of hidden pages once a second. */
const mostInBackgroundMs = 10_000;
/** Reading a whole model page takes about 1 ms, longer than a card, so once a second is enough. */
const modelGapMs = 1_000;
/** If it takes even longer, it may use a fiftieth of the time. */
const modelGapTimes = 50;
/** Ten times as many as a large page of the site has. In a larger document a single search would take too long. */
const maxElementsForModel = 100_000;

/**
 * Watches a document across client-side navigation, without changing it. Returns a function that stops watching.
 *
 * While the page is not in view its scripts may show anything, and nobody sees it. So then only what was there before is
 * read to its end, and the rest if the page comes back into view.
 */
export function watchPage(document: Document, reader: PageReader): () => void {
  const found: Found = new Map();
  const backlog = createBacklog(document);
  const observer = new MutationObserver(onMutations);
  let page = openPage();
  let modelNotBefore = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let batchAt = Infinity;
  // Capture may begin when the page has been left, for what was looked at.
  let leftViewAt = performance.now();

  backlog.addDocument(page.serial);
  if (isInView(document)) observe();
  window.addEventListener('popstate', checkNavigation);
  window.addEventListener('pageshow', onPageShow);
  document.addEventListener('visibilitychange', onVisibilityChange);
  scheduleBatch(0);
  return stop;

  function observe(): void {
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: ['data-uid'],
    });
  }

  function stop(): void {
    observer.disconnect();
    window.removeEventListener('popstate', checkNavigation);
    window.removeEventListener('pageshow', onPageShow);
    document.removeEventListener('visibilitychange', onVisibilityChange);
    clearTimeout(timer);
    batchAt = -Infinity; // schedules no further batch
    backlog.clear();
    found.clear();
  }

  function onPageShow({ persisted }: PageTransitionEvent): void {
    if (persisted) reader.comeBack();
  }

  function onVisibilityChange(): void {
    if (isInView(document)) {
      observe();
      checkNavigation();
      page.isModelDue = page.isModel;
      if (!reader.isFull()) backlog.addDocument(page.serial);
    } else {
      leftViewAt = performance.now();
      const records = observer.takeRecords();
      if (!reader.isFull()) backlog.addRecords(records, page.serial);
      observer.disconnect();
    }
    scheduleBatch(0);
  }

  function mayRead(): boolean {
    return isInView(document) || performance.now() - leftViewAt < mostInBackgroundMs;
  }

  function openPage() {
    const address = pageAddress(document);
    const isModel = modelUidOfAddress(address) !== undefined;
    return { address, isModel, isModelDue: isModel, serial: reader.openPage() };
  }

  function onMutations(records: readonly MutationRecord[]): void {
    checkNavigation();
    page.isModelDue = page.isModel;
    if (!reader.isFull()) backlog.addRecords(records, page.serial);
    scheduleBatch(batchGapMs);
  }

  function checkNavigation(): void {
    if (!isInView(document) || pageAddress(document) === page.address) return;
    page = openPage();
    scheduleBatch(batchGapMs);
  }

  function scheduleBatch(delayMs: number): void {
    if (!mayRead()) return;
    const at = performance.now() + delayMs;
    if (at >= batchAt) return;
    clearTimeout(timer);
    batchAt = at;
    timer = setTimeout(runBatch, delayMs);
  }

  function runBatch(): void {
    const endsAt = performance.now() + batchBudgetMs;
    const isTimeUp = () => performance.now() >= endsAt;
    batchAt = Infinity;
    try {
      checkNavigation();
      if (mayRead()) readNext(isTimeUp);
    } finally {
      // Before `endBatch`, which may stop everything.
      scheduleNext();
      reader.endBatch();
    }
  }

  function readNext(isTimeUp: () => boolean): void {
    readFound(isTimeUp);
    backlog.search(found, isTimeUp);
    readFound(isTimeUp);
    readModel();
  }

  function readFound(isTimeUp: () => boolean): void {
    for (const [card, foundOnPage] of found) {
      if (isTimeUp() || !reader.hasAllowance()) return;
      found.delete(card);
      reader.readCard(card, foundOnPage);
    }
  }

  /** After the search, which counts the elements of the document. */
  function readModel(): void {
    const startsAt = performance.now();
    if (!page.isModelDue || !backlog.isEmpty() || startsAt < modelNotBefore) return;
    // A page that is not in view may show another model by now, which begins once it is in view.
    if (pageAddress(document) !== page.address) return;
    page.isModelDue = false;
    if (backlog.documentSize() <= maxElementsForModel) reader.readModel(page.address);
    const endsAt = performance.now();
    modelNotBefore = endsAt + Math.max(modelGapMs, modelGapTimes * (endsAt - startsAt));
  }

  function scheduleNext(): void {
    if (reader.isFull()) {
      backlog.clear();
      found.clear();
    }
    if (found.size > 0 || !backlog.isEmpty()) scheduleBatch(batchGapMs);
    else if (page.isModelDue) scheduleBatch(Math.max(batchGapMs, modelNotBefore - performance.now()));
  }
}

/** Without the fragment, which is not part of the page's address. */
function pageAddress(document: Document): string {
  return document.location.href.replace(/#.*$/s, '');
}
