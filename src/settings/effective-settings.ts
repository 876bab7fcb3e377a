import { parseSettings, type Settings } from './settings';

type Stored = Readonly<Record<string, unknown>>;

/** The fastest pace that the page offers. Only a trusted context may set a faster one, as tests and benches do. */
export const fastestOfferedDelayMs = 500;

/**
 * The settings that count. `stored` is what `storage.local` holds. `decided` is what pages of the extension wrote there,
 * as the database remembers it, since either of the two can be lost or damaged, and content scripts may write to the
 * first one where the browser cannot close it to them (`isStorageClosed`).
 *
 * Consent that is not certain was not given, and a pace that is not certain is the slower one.
 */
export function effectiveSettings(stored: Stored, decided: Stored, isStorageClosed: boolean): Settings {
  const found = parseSettings(stored);
  const known = parseSettings(decided);
  const hasPace = 'crawlDelayMs' in decided;
  if (isStorageClosed)
    return { ...found, crawlDelayMs: Math.max(found.crawlDelayMs, hasPace ? known.crawlDelayMs : 0) };
  return {
    ...found,
    consent: found.consent && known.consent,
    useCookies: found.useCookies && known.useCookies,
    crawlDespiteRobots: found.crawlDespiteRobots && known.crawlDespiteRobots,
    crawlDelayMs: hasPace ? known.crawlDelayMs : Math.max(found.crawlDelayMs, fastestOfferedDelayMs),
    crawlConcurrency: Math.min(found.crawlConcurrency, known.crawlConcurrency),
  };
}
