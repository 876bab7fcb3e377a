import { liveQuery } from 'dexie';

type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/**
 * Runs `query` now and after every change to the rows that it read, wherever the change was made.
 * Returns a function that stops watching.
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  // Errors become values, because Dexie drops those of a database that could not be opened.
  const outcome = (): Promise<Outcome<T>> =>
    query().then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
  const subscription = liveQuery(outcome).subscribe(
    (read) => ('error' in read ? onError(read.error) : onValue(read.value)),
    onError,
  );
  return () => subscription.unsubscribe();
}
