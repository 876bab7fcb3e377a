import type { Snapshot } from '../snapshot';
import { whyNot } from './why-not';

type Known = Pick<Snapshot, 'overview' | 'wish' | 'passphrase' | 'view'>;

const words = {
  unread: 'Your choices for the dataset cannot be read.',
  passphrase: 'Type the passphrase first.',
  project: 'A passphrase needs a project id.',
  files: 'Choose a kind of table first.',
};

/** Why no dataset can be downloaded now, as a sentence; `null` when it can. */
export function whyNoDownload(snapshot: Known): string | null {
  const { wish, passphrase, view } = snapshot;
  const nothing = whyNot(snapshot);
  if (nothing !== null) return nothing;
  if (!wish) return words.unread;
  const { psv, parquet, recbole } = wish.choices.files;
  if (!psv && !parquet && !recbole) return words.files;
  // The popup passes the wish on to the tab, which asks for the passphrase.
  if (wish.userIds !== 'passphrase' || view === 'popup') return null;
  if (passphrase.trim() === '') return words.passphrase;
  return wish.projectId === '' ? words.project : null;
}
