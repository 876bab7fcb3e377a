import { countMessage } from '../../i18n/message';
import type { PageSnapshot } from '../page-snapshot';

type Known = Pick<PageSnapshot, 'overview' | 'exportOptions'>;

/** How many captured models are not in the download, and why; `null` if all are. */
export function notPublicText(snapshot: Known): string | null {
  const models = countNotPublic(snapshot);
  return models > 0 ? countMessage('dataset_notPublic', models) : null;
}

/** The same for the title line. */
export function briefNotPublicText(snapshot: Known): string | null {
  const models = countNotPublic(snapshot);
  return models > 0 ? countMessage('dataset_notPublicBriefly', models) : null;
}

function countNotPublic({ overview, exportOptions }: Known): number {
  const isLeavingOut = exportOptions?.options.leaveOutNotPublic !== false;
  return isLeavingOut ? (overview?.counters.notPublic ?? 0) : 0;
}
