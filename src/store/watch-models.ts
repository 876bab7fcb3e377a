import { Dexie, type IntervalTree, type IntervalTreeNode } from 'dexie';
import type { ModelUid } from '../sketchfab/model-uid';
import type { LikesOutDatabase } from './database';

/** The models whose rows were put or deleted; `any` if it is not known which. */
export type ChangedModels = readonly ModelUid[] | 'any';

/**
 * Calls `onChange` after each transaction that changed models, wherever it was: Dexie broadcasts the keys. As with a live
 * query, a change is missed if the worker that made it dies before it can tell. Returns a function that stops watching.
 */
export function watchModels(db: LikesOutDatabase, onChange: (changed: ChangedModels) => void): () => void {
  const table = `idb://${db.name}/models/`;
  const listener = (parts: Readonly<Record<string, IntervalTree>>) => {
    // After a page was suspended, all may have changed.
    const changed = parts['all'] ? 'any' : keysIn(parts[table]);
    if (changed.length > 0) onChange(changed);
  };
  Dexie.on.storagemutated.subscribe(listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}

function keysIn(ranges: IntervalTree | undefined): ChangedModels {
  const keys: ModelUid[] = [];
  for (const { from, to } of rangesIn(ranges)) {
    if (typeof from !== 'string' || from !== to) return 'any';
    keys.push(from as ModelUid);
  }
  return keys;
}

/** By hand, as what was broadcast has lost its class. */
function* rangesIn(tree: IntervalTree | null | undefined): Generator<IntervalTreeNode> {
  if (!tree || !('from' in tree)) return;
  yield* rangesIn(tree.l);
  yield tree;
  yield* rangesIn(tree.r);
}
