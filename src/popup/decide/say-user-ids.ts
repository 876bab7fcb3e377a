import type { DatasetWish, UserIdMode } from '../dataset/dataset-wish';
import { hasOwnChoices } from './has-own-choices';

const words: Readonly<Record<UserIdMode, string>> = {
  'one-time': 'User ids leave as one-time pseudonyms',
  project: "User ids leave as the project key's pseudonyms",
  passphrase: 'User ids leave as pseudonyms by passphrase',
};

/** What the next download makes of user ids, for who sees no more than that. */
export function sayUserIds({ userIds, choices }: DatasetWish): string {
  return `${words[userIds]}${hasOwnChoices(choices) ? ', with your choices.' : '.'}`;
}
