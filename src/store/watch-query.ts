import { liveQuery } from 'dexie';

/**
 * Runs `query` now and after every change to the rows that it read, wherever the change was made.
 * Returns a function that stops watching.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe(onValue, onError);
  return () => subscription.unsubscribe();
}
