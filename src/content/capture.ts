import type { ModelFacts } from '../sketchfab/model-facts';
import { rememberPage, type PageMemory } from '../sketchfab/page-memory';
import { readCard } from '../sketchfab/read-card';
import { readModelPage } from '../sketchfab/read-model-page';
import { withListedFacts } from '../sketchfab/with-listed-facts';
import { createIdAllowance } from './id-allowance';
import { isOrphaned } from './is-orphaned';
import { createPageLog } from './page-log';
import { createReport } from './report';
import { watchPage } from './watch-page';

/** Ten full lists a second, more than anyone scrolls through. Limits a page that floods the extension. */
const maxIdsPerSecond = 200;

type Surroundings = {
  /** Numbers the pages of this document, across all captures in it. */
  readonly nextPageSerial: () => number;
  readonly onOrphaned: () => void;
};

/** Reads the models that the document shows and reports them to the worker. Returns a function that stops it. */
export function capture(document: Document, { nextPageSerial, onOrphaned }: Surroundings): () => void {
  const log = createPageLog();
  const report = createReport(onOrphaned);
  const allowance = createIdAllowance(maxIdsPerSecond);
  let memory: PageMemory | undefined;
  let pageSerial = 0;

  const stopWatching = watchPage(document, {
    openPage() {
      pageSerial = nextPageSerial();
      log.openPage(pageSerial);
      return pageSerial;
    },
    isFull: () => log.isFull(),
    hasAllowance: () => allowance.hasLeft(performance.now()),
    readCard(element, foundOnPage) {
      const card = readCard(element);
      if (card) take(withListedFacts(card, remember()), foundOnPage);
    },
    readModel: (address) => take(readModelPage(document, address, remember()), pageSerial),
    comeBack: () => report.repeat(log.count()),
    endBatch: () => (isOrphaned() ? onOrphaned() : report.send(log.count())),
  });

  return () => {
    stopWatching();
    report.stop();
  };

  /** The page's JSON never changes after the first load and may be large, so it is parsed when first needed. */
  function remember(): PageMemory {
    return (memory ??= rememberPage(document));
  }

  function take(facts: ModelFacts | undefined, foundOnPage: number): void {
    const news = facts && log.note(facts, foundOnPage);
    if (!news) return;
    allowance.take(performance.now());
    report.add(news);
  }
}
