import { LeakError } from '../../dataset/leak-report';
import { sayError } from '../../messaging/say-error';
import { ExportError } from './export-error';
import type { ExportReply } from './export-messages';

/** An error as it can be sent to who started this worker. */
export function failedReply(error: unknown): Extract<ExportReply, { kind: 'failed' }> {
  return {
    kind: 'failed',
    name: error instanceof Error ? error.name : 'Error',
    message: sayError(error),
    leaks: leaksIn(error),
  };
}

function leaksIn(error: unknown) {
  if (error instanceof LeakError) return error.report.leaks;
  return error instanceof ExportError ? error.leaks : [];
}
