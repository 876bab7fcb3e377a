import type { ModelUid } from '../sketchfab/model-uid';
import { shardOf } from './shard';

/** This machine is number `i` of `n`, counted from 0. */
export type Shard = { readonly i: number; readonly n: number };

/** A single machine crawls all models. */
export const wholeSite: Shard = { i: 0, n: 1 };

export function isOfShard(modelUid: ModelUid, { i, n }: Shard): boolean {
  return n === 1 || shardOf(modelUid, n) === i;
}
