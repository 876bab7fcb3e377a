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

/** Ten full lists a second, more than anybody scrolls through; a page made to flood us stops here. */
const maxIdsPerSecond = 200;

type Surroundings = {
  /** Counts the pages of this document, over all captures in it. */
  readonly nextPageSerial: () => number;
  readonly onOrphaned: () => void;
};

/** Reads what the document shows and brings it to the worker, until it is told to stop. */
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
    endBatch: () => (isOrphaned() ? onOrphaned() : report.tell(log.count())),
  });

  return () => {
    stopWatching();
    report.stop();
  };

  /** The page's JSON never changes after the first load, and may be large: parsed when first wanted. */
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
