import { errorMessage } from '../../messaging/error-message';
import type { WorkFailure } from './messages';

/** What engines say of memory that they do not get: Chromium and Firefox, of buffers and of everything else. */
const saysOutOfMemory =
  /out of memory|allocation failed|allocation size overflow|array buffer allocation|invalid (?:typed )?array length/i;

/** What went wrong in a worker, for the page that has the words. */
export function workFailure(error: unknown): WorkFailure {
  return failureSaying(errorMessage(error));
}

/** The same for the message of an event. */
export function failureSaying(message: string): WorkFailure {
  return { code: saysOutOfMemory.test(message) ? 'outOfMemory' : 'unexpected', message };
}
