import { idleCrawl } from '../../src/crawl/crawl-state';
import { calmHost } from '../../src/crawl/host-state';
import { defaultExportOptions } from '../../src/popup/dataset/options';
import { unreadModels } from '../../src/popup/models/models-snapshot';
import { unmeasured } from '../../src/popup/recommend/quality-snapshot';
import { unreadRecommendations } from '../../src/popup/recommend/recommend-snapshot';
import type { PageSnapshot } from '../../src/popup/page-snapshot';
import { parseSettings } from '../../src/settings/settings';
import { type Counters, noCounters } from '../../src/store/counters';
import type { Overview } from '../../src/store/overview';

export const noon = Date.UTC(2026, 10, 22, 12);

export const emptyOverview: Overview = {
  crawl: idleCrawl,
  host: calmHost,
  counters: noCounters,
  discovery: null,
  restored: null,
  siteCheck: null,
  problems: [],
};

/** A user who has consented and captured nothing yet, with default settings. */
export const firstDay: PageSnapshot = {
  settings: { ...parseSettings({}), consent: true },
  hasAccess: true,
  overview: emptyOverview,
  isStoreBroken: false,
  pageStatus: undefined,
  refused: null,
  keptBytes: undefined,
  persistence: 'unknown',
  isDeleting: false,
  isCheckingSite: false,
  now: noon,
  errors: [],
  exporting: { phase: 'none' },
  exportOptions: defaultExportOptions,
  exclusionReport: null,
  passphrase: '',
  passphraseRating: null,
  projectKey: null,
  offeredKey: null,
  importing: { phase: 'none' },
  imports: null,
  models: unreadModels,
  recommend: unreadRecommendations,
  quality: unmeasured,
  view: 'popup',
  address: { view: '', query: '' },
};

/** Counters whose number of models is the sum of the given states. */
export function countersOf(
  byState: Partial<Counters['byState']>,
  rest: Partial<Omit<Counters, 'byState' | 'models'>> = {},
): Counters {
  const all = { ...noCounters.byState, ...byState };
  const models = Object.values(all).reduce((sum, count) => sum + count, 0);
  return { ...noCounters, ...rest, byState: all, models };
}

export function overviewOf(
  counters: Counters,
  crawl: Partial<Overview['crawl']> = {},
  rest: Partial<Overview> = {},
): Overview {
  return { ...emptyOverview, ...rest, crawl: { ...emptyOverview.crawl, ...crawl }, counters };
}
