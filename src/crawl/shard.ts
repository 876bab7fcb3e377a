import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ModelUid } from '../sketchfab/model-uid';

/**
 * Which of `shards` machines a model belongs to, from 0. It follows from the id alone, so that machines which know
 * nothing of each other share the models out: the first 8 hex characters of SHA-256(id), as a number, modulo `shards`.
 */
export function shardOf(modelUid: ModelUid, shards: number): number {
  if (!Number.isInteger(shards) || shards < 1)
    throw new RangeError('models are shared out to one machine or more');
  const digest = sha256(utf8ToBytes(modelUid));
  return new DataView(digest.buffer, digest.byteOffset).getUint32(0) % shards;
}
