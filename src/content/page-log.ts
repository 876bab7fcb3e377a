import { maxModelsPerPage, type PageReport } from '../messaging/page-report';
import { mergeFacts } from '../sketchfab/merge-facts';
import type { ModelFacts } from '../sketchfab/model-facts';
import type { ModelUid } from '../sketchfab/model-uid';

export type PageCount = Pick<PageReport, 'pageSerial' | 'modelsOnPage'>;

/** What was read in a document: the models on its current page, and the facts reported about each. */
export type PageLog = {
  /** On client-side navigation. Counts from 0 again, but remembers what was reported. */
  openPage(pageSerial: number): void;
  count(): PageCount;
  /** Whether the page has as many models as are read from one page. */
  isFull(): boolean;
  /**
   * Adds the facts read about a model. Returns everything known about it if any of it is new, otherwise `undefined`.
   * A model found on an earlier page is not counted on this one.
   */
  note(facts: ModelFacts, foundOnPage: number): ModelFacts | undefined;
};

/** Some hours of browsing. After that models may be reported again, which only costs a message. */
const maxRemembered = 50_000;

export function createPageLog(): PageLog {
  let pageSerial = 0;
  const onPage = new Set<ModelUid>();
  const reported = new Map<ModelUid, ModelFacts>();

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
      const before = reported.get(facts.uid);
      // The later reading wins: counts and tags are rendered late, and likes grow.
      const after = before ? mergeFacts(facts, before) : facts;
      if (before && JSON.stringify(before) === JSON.stringify(after)) return undefined;
      if (reported.size >= maxRemembered) reported.clear();
      reported.set(facts.uid, after);
      return after;
    },
  };
}
