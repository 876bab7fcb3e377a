import type { HeldModel } from '../dataset/merge/import-store';
import type { ModelRow } from './model-row';

/** A captured model as merging sees it. */
export function heldModel(row: ModelRow): HeldModel {
  const { uid, name, tags, categories, likeCount, noAi, thumbnailUrl, observedAt } = row;
  return { uid, name, tags, categories, likeCount, noAi, thumbnailUrl, observedAt };
}
