import type { HashAlgorithm } from '../../dataset/keyed-hash';

export const methodNames: Readonly<Record<HashAlgorithm, string>> = {
  'hmac-sha256': 'HMAC-SHA-256',
  'hmac-md5': 'HMAC-MD5, as rec-a-sketch',
};
