import { whyNot } from '../next-step';
import type { PageSnapshot } from '../page-snapshot';

type Known = Pick<PageSnapshot, 'overview' | 'exportOptions' | 'passphrase' | 'view'>;

const words = {
  unread: 'Your choices for the dataset cannot be read.',
  passphrase: 'Type the passphrase first.',
  project: 'A passphrase needs a project id.',
  files: 'Choose a kind of table first.',
};

/** Why no dataset can be downloaded now, as a sentence; `null` when it can. */
export function whyNoDownload(snapshot: Known): string | null {
  const { exportOptions, passphrase, view } = snapshot;
  const nothing = whyNot(snapshot);
  if (nothing !== null) return nothing;
  if (!exportOptions) return words.unread;
  const { psv, parquet, recbole } = exportOptions.options.files;
  if (!psv && !parquet && !recbole) return words.files;
  // The popup passes the wish on to the tab, which asks for the passphrase.
  if (exportOptions.userIds !== 'passphrase' || view === 'popup') return null;
  if (passphrase.trim() === '') return words.passphrase;
  return exportOptions.projectId === '' ? words.project : null;
}

const oneTime = 'Parts need a project key or a passphrase: with a one-time key nothing could be merged.';

/** Why no part can be exported now, as a sentence; `null` when it can. */
export function whyNoPart(snapshot: Parameters<typeof whyNoDownload>[0]): string | null {
  return snapshot.exportOptions?.userIds === 'one-time' ? oneTime : whyNoDownload(snapshot);
}
