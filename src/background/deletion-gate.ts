import { deletionLock } from '../store/delete-everything';

/** Keeps what writes to the database apart from its deletion, which ends it. */
export function createDeletionGate(locks: LockManager) {
  let deletion = new AbortController();
  return {
    /** The signal is aborted when a deletion is requested. */
    write: (act: (signal: AbortSignal) => Promise<void>): Promise<void> =>
      locks.request(deletionLock, { mode: 'shared' }, () => act(deletion.signal)),
    delete: (act: () => Promise<void>): Promise<void> => {
      deletion.abort(new Error('everything is being deleted'));
      deletion = new AbortController();
      return locks.request(deletionLock, act);
    },
  };
}
