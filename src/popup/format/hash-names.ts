import type { HashAlgorithm } from '../../dataset/pseudonyms/keyed-hash';

export const methodNames: Readonly<Record<HashAlgorithm, string>> = {
  'hmac-sha256': 'HMAC-SHA-256',
  'hmac-md5': 'HMAC-MD5, as rec-a-sketch',
};
