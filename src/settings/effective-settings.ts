import { parseSettings, type Settings } from './settings';

type Stored = Readonly<Record<string, unknown>>;

/** The shortest delay that the popup offers, in ms. Tests and benchmarks set a shorter one from a trusted context. */
export const fastestOfferedDelayMs = 500;

/**
 * The settings that apply. `stored` comes from `storage.local`. `decided` is what the extension's pages have written there,
 * as the database remembers it. Either can be lost or damaged, and where the browser cannot close `storage.local`
 * (`isStorageClosed`), content scripts can write to it.
 *
 * In doubt consent was not given, and the slower pace applies.
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
    autoCapture: found.autoCapture && known.autoCapture,
    nightlyCatchUp: found.nightlyCatchUp && known.nightlyCatchUp,
    minimumLikes: Math.max(found.minimumLikes, known.minimumLikes),
    shardIndex: known.shardIndex,
    shardCount: known.shardCount,
    crawlConcurrency: Math.min(found.crawlConcurrency, known.crawlConcurrency),
  };
}
