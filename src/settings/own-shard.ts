import type { Settings } from './settings';

/** Which machine this is, counted from 0 as the rule for sharing models out counts; people count from 1. */
export function ownShard({ shardIndex, shardCount }: Pick<Settings, 'shardIndex' | 'shardCount'>) {
  return { i: shardIndex - 1, n: shardCount };
}
