import { errorMessage } from '../messaging/error-message';

/** What keeps a crawl from going on in this browser. The database wraps what went wrong, at times more than once. */
export function crawlErrorMessage(error: unknown): string {
  const errors = unwrap(error);
  const isFull = errors.some((one) => one instanceof Error && one.name === 'QuotaExceededError');
  return isFull ? 'the disk of this computer is full' : errorMessage(errors.at(-1));
}

function unwrap(error: unknown): unknown[] {
  const inside = typeof error === 'object' && error !== null && 'inner' in error ? error.inner : undefined;
  return inside === undefined || inside === null || inside === error ? [error] : [error, ...unwrap(inside)];
}
