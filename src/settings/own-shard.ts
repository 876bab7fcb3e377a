import type { Settings } from './settings';

/** This machine's shard, counted from 0. The settings count from 1. */
export function ownShard({ shardIndex, shardCount }: Pick<Settings, 'shardIndex' | 'shardCount'>) {
  return { i: shardIndex - 1, n: shardCount };
}
