import { message } from '../i18n/message';
import { errorMessage } from '../messaging/error-message';

/** Why a crawl cannot go on in this browser. Dexie wraps errors, sometimes more than once. */
export function crawlErrorMessage(error: unknown): string {
  const errors = unwrap(error);
  const isFull = errors.some((one) => one instanceof Error && one.name === 'QuotaExceededError');
  return isFull ? message('background_diskFull') : errorMessage(errors.at(-1));
}

function unwrap(error: unknown): unknown[] {
  const inside = typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
  return inside === undefined || inside === null || inside === error ? [error] : [error, ...unwrap(inside)];
}
