import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ModelUid } from '../sketchfab/model-uid';

/**
 * Which of `shards` machines a model belongs to, from 0: the first 8 hex digits of SHA-256(id) modulo `shards`. It depends
 * only on the id, so machines can divide the models without communicating.
 * @throws {RangeError} If `shards` is not a positive integer.
 */
export function shardOf(modelUid: ModelUid, shards: number): number {
  if (!Number.isInteger(shards) || shards < 1)
    throw new RangeError('models are shared out to one machine or more');
  const digest = sha256(utf8ToBytes(modelUid));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0) % shards;
}
