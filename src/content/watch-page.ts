import { modelUidOfAddress } from '../sketchfab/model-uid-of-address';
import { createBacklog, type Found } from './backlog';

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
/** Reading a whole model page takes about 1 ms, longer than a card, so once a second is enough. */
const modelGapMs = 1_000;
/** If it takes even longer, it may use a fiftieth of the time. */
const modelGapTimes = 50;
/** Ten times as many as a large page of the site has. In a larger document a single search would take too long. */
const maxElementsForModel = 100_000;

/** Watches a document across client-side navigation, without changing it. Returns a function that stops watching. */
export function watchPage(document: Document, reader: PageReader): () => void {
  const found: Found = new Map();
  const backlog = createBacklog(document);
  const observer = new MutationObserver(onMutations);
  let page = openPage();
  let modelNotBefore = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let batchAt = Infinity;

  backlog.addDocument(page.serial);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['data-uid'],
  });
  window.addEventListener('popstate', checkNavigation);
  window.addEventListener('pageshow', onPageShow);
  scheduleBatch(0);
  return stop;

  function stop(): void {
    observer.disconnect();
    window.removeEventListener('popstate', checkNavigation);
    window.removeEventListener('pageshow', onPageShow);
    clearTimeout(timer);
    batchAt = -Infinity; // schedules no further batch
    backlog.clear();
    found.clear();
  }

  function onPageShow({ persisted }: PageTransitionEvent): void {
    if (persisted) reader.comeBack();
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
    if (pageAddress(document) === page.address) return;
    page = openPage();
    scheduleBatch(batchGapMs);
  }

  function scheduleBatch(delayMs: number): void {
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
      readFound(isTimeUp);
      backlog.search(found, isTimeUp);
      readFound(isTimeUp);
      readModel();
    } finally {
      // Before `endBatch`, which may stop everything.
      scheduleNext();
      reader.endBatch();
    }
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
