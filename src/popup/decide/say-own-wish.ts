import type { DatasetWish, UserIdMode } from '../dataset/dataset-wish';
import { hasOwnChoices } from './has-own-choices';

const words: Readonly<Record<UserIdMode, string>> = {
  'one-time': 'One-time key',
  project: 'Project key',
  passphrase: 'Passphrase',
};

/** The wish in a few words; `null` when it is as it comes. */
export function sayOwnWish({ userIds, choices }: DatasetWish): string | null {
  const isOwn = hasOwnChoices(choices);
  if (!isOwn && userIds === 'one-time') return null;
  return isOwn ? `${words[userIds]}, your choices` : words[userIds];
}
