import { modelUidOfAddress } from '../sketchfab/model-uid-of-address';
import { createBacklog, type Found } from './backlog';

/** What the watch hands its findings to. */
export type PageReader = {
  /** A page begins: the first one, or the next of in-client navigation. Returns its serial. */
  openPage(): number;
  /** Nothing more of this page is wanted. */
  isFull(): boolean;
  /** False while as many ids as allowed were taken in this second: what was found waits. */
  hasAllowance(): boolean;
  readCard(card: Element, foundOnPage: number): void;
  /** Reads the model that the address names. */
  readModel(address: string): void;
  endBatch(): void;
  /** The document is shown again after another page of this tab was. */
  comeBack(): void;
};

/** At most a third of a frame of 60 a second, and a twentieth of the time. */
const batchBudgetMs = 5;
const batchGapMs = 100;
/** A model page is read as a whole, which takes longer than a card: about 1 ms, so once a second is plenty. */
const modelGapMs = 1_000;
/** Where it takes longer still, reading may have a fiftieth of the time. */
const modelGapTimes = 50;
/** Ten times the elements of a large page of the site. In a larger one a single search would take too long. */
const maxElementsForModel = 100_000;

/** Watches a document, its in-client navigation included, until it is told to stop. Changes nothing in it. */
export function watchPage(document: Document, reader: PageReader): () => void {
  const found: Found = new Map();
  const backlog = createBacklog(document);
  const observer = new MutationObserver(onMutations);
  let page = openPage();
  let modelNotBefore = -Infinity;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wakesAt = Infinity;

  backlog.addDocument(page.serial);
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['data-uid'],
  });
  window.addEventListener('popstate', noticeNavigation);
  window.addEventListener('pageshow', onPageShow);
  wakeIn(0);
  return stop;

  function stop(): void {
    observer.disconnect();
    window.removeEventListener('popstate', noticeNavigation);
    window.removeEventListener('pageshow', onPageShow);
    clearTimeout(timer);
    wakesAt = -Infinity; // nothing wakes it any more
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
    noticeNavigation();
    page.isModelDue = page.isModel;
    if (!reader.isFull()) backlog.addRecords(records, page.serial);
    wakeIn(batchGapMs);
  }

  function noticeNavigation(): void {
    if (pageAddress(document) === page.address) return;
    page = openPage();
    wakeIn(batchGapMs);
  }

  function wakeIn(delayMs: number): void {
    const at = performance.now() + delayMs;
    if (at >= wakesAt) return;
    clearTimeout(timer);
    wakesAt = at;
    timer = setTimeout(runBatch, delayMs);
  }

  function runBatch(): void {
    const endsAt = performance.now() + batchBudgetMs;
    const isTimeUp = () => performance.now() >= endsAt;
    wakesAt = Infinity;
    try {
      noticeNavigation();
      readFound(isTimeUp);
      backlog.search(found, isTimeUp);
      readFound(isTimeUp);
      readModel();
    } finally {
      // Before the batch is closed, which may stop everything.
      wakeForTheRest();
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

  /** After the look around, which tells how large the page is. */
  function readModel(): void {
    const startsAt = performance.now();
    if (!page.isModelDue || !backlog.isEmpty() || startsAt < modelNotBefore) return;
    page.isModelDue = false;
    if (backlog.documentSize() <= maxElementsForModel) reader.readModel(page.address);
    const endsAt = performance.now();
    modelNotBefore = endsAt + Math.max(modelGapMs, modelGapTimes * (endsAt - startsAt));
  }

  function wakeForTheRest(): void {
    if (reader.isFull()) {
      backlog.clear();
      found.clear();
    }
    if (found.size > 0 || !backlog.isEmpty()) wakeIn(batchGapMs);
    else if (page.isModelDue) wakeIn(Math.max(batchGapMs, modelNotBefore - performance.now()));
  }
}

/** Without its fragment, which leads to another part of the same page. */
function pageAddress(document: Document): string {
  return document.location.href.replace(/#.*$/s, '');
}
