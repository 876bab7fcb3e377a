import type { PageSnapshot } from './page-snapshot';

/**
 * Whether models were captured although there is no consent. Consent is never withdrawn, so the browser has lost or damaged
 * its storage.
 */
export function hasLostConsent({ settings, overview }: Pick<PageSnapshot, 'settings' | 'overview'>): boolean {
  return !settings.consent && overview !== null && overview.counters.models > 0;
}
