import { liveQuery } from 'dexie';

/**
 * Runs `query` now and after every change of what it read, made in this page, another or the worker.
 * Returns the way to stop.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}
