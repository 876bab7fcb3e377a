import { type Leak, LeakError } from '../../dataset/leak-scan/leak-report';
import { ZipTooLarge } from '../../dataset/zip/zip-limit';
import { errorMessage } from '../../messaging/error-message';

/** The kinds of table that a person can choose. */
export type TableKind = 'psv' | 'parquet' | 'recbole';

/** Why an export failed, as plain data that can be sent between workers; the popup has the words. */
export type ExportFailure =
  /** Another page of the extension is exporting. */
  | { readonly code: 'alreadyRunning' }
  /** By the number of likes, before anything is read. `fitting` are the kinds of table that fit by themselves. */
  | { readonly code: 'tooManyLikes'; readonly likes: number; readonly fitting: readonly TableKind[] }
  /** While it was written. `path` is the file that grew too large, `null` for the zip as a whole. */
  | { readonly code: 'zipTooLarge'; readonly path: string | null }
  | { readonly code: 'dataDeleted' | 'diskFull' }
  /** A worker could not be started, or could not read what it was sent. */
  | { readonly code: 'workerFailed' }
  | { readonly code: 'leaks'; readonly leaks: readonly Leak[] }
  /** Anything that nobody foresaw, in the words of the error. */
  | { readonly code: 'unexpected'; readonly message: string };

export class ExportError extends Error {
  override readonly name = 'ExportError';
  constructor(readonly failure: ExportFailure) {
    super(failure.code === 'unexpected' ? failure.message : failure.code);
  }
}

export function exportFailure(error: unknown): ExportFailure {
  if (error instanceof ExportError) return error.failure;
  if (error instanceof LeakError) return { code: 'leaks', leaks: error.report.leaks };
  if (error instanceof ZipTooLarge) return { code: 'zipTooLarge', path: error.path };
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { code: 'diskFull' };
  return { code: 'unexpected', message: errorMessage(error) };
}
