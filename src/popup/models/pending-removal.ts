import type { ModelUid } from '../../sketchfab/model-uid';

type Uids = readonly ModelUid[];

/**
 * The models that are removed when the notice about them ends. `remove` is called with them, and never while "Undo" would
 * still keep them. A page that is closed before has removed nothing.
 */
export function createPendingRemoval(remove: (uids: Uids) => void) {
  let pending: Uids = [];

  function removeOthers(than: Uids): void {
    const kept = new Set(than);
    const due = pending.filter((uid) => !kept.has(uid));
    pending = [];
    if (due.length > 0) remove(due);
  }

  return {
    isPending: () => pending.length > 0,
    /** From now on these are pending, and whatever else was is removed. Returns whether that is new of any of these. */
    ask: (uids: Uids) => {
      const known = new Set(pending);
      if (uids.every((uid) => known.has(uid))) return false;
      removeOthers(uids);
      pending = uids;
      return true;
    },
    /** Who asks anything else of a model wants to keep it. Whatever else was pending is removed. */
    keep: removeOthers,
    settle: () => removeOthers([]),
    undo: () => {
      pending = [];
    },
  };
}
