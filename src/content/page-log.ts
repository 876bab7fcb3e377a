import { maxModelsPerPage, type PageReport } from '../messaging/page-report';
import { mergeFacts } from '../sketchfab/merge-facts';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';

export type PageCount = Pick<PageReport, 'pageSerial' | 'modelsOnPage'>;

/** What was read in one document: which models stand on the page it shows now, and what is known of each. */
export type PageLog = {
  /** In-client navigation: counts from 0 again, and forgets nothing that was told. */
  openPage(pageSerial: number): void;
  count(): PageCount;
  /** As many models as are read on one page. */
  isFull(): boolean;
  /**
   * Records what was read of a model. Returns what is worth reporting, all that is known of it by now; `undefined`
   * when it says nothing new. A model found on an earlier page is told, and not counted on this one.
   */
  note(facts: ModelFacts, foundOnPage: number): ModelFacts | undefined;
};

/** Some hours of browsing. Beyond, models may be told again, which costs a message and no more. */
const maxRemembered = 50_000;

export function createPageLog(): PageLog {
  let pageSerial = 0;
  const onPage = new Set<ModelUid>();
  const told = new Map<ModelUid, ModelFacts>();

  return {
    openPage(serial) {
      pageSerial = serial;
      onPage.clear();
    },
    count: () => ({ pageSerial, modelsOnPage: onPage.size }),
    isFull: () => onPage.size >= maxModelsPerPage,
    note(facts, foundOnPage) {
      if (foundOnPage === pageSerial && !onPage.has(facts.uid)) {
        if (onPage.size >= maxModelsPerPage) return undefined;
        onPage.add(facts.uid);
      }
      const before = told.get(facts.uid);
      // The later reading is believed: counts and tags are drawn late, and likes grow.
      const after = before ? mergeFacts(facts, before) : facts;
      if (before && JSON.stringify(before) === JSON.stringify(after)) return undefined;
      if (told.size >= maxRemembered) told.clear();
      told.set(facts.uid, after);
      return after;
    },
  };
}
