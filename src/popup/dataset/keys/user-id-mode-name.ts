import { message, type PlainKey } from '../../../i18n/message';
import type { UserIdMode } from '../options';

const keys: Readonly<Record<UserIdMode, PlainKey>> = {
  'one-time': 'keys_oneTime',
  project: 'keys_project',
  passphrase: 'keys_passphrase',
};

/** The name of an option of "User ids". */
export function userIdModeName(mode: UserIdMode): string {
  return message(keys[mode]);
}
