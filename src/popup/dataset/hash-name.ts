import type { HashAlgorithm } from '../../dataset/pseudonyms/keyed-hash';
import { message, type PlainKey } from '../../i18n/message';

export const hashAlgorithms: readonly HashAlgorithm[] = ['hmac-sha256', 'hmac-md5'];

const keys: Readonly<Record<HashAlgorithm, PlainKey>> = {
  'hmac-sha256': 'options_hmacSha256',
  'hmac-md5': 'options_hmacMd5',
};

export function hashName(algorithm: HashAlgorithm): string {
  return message(keys[algorithm]);
}
