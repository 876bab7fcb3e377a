import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id that nothing else of the page has. Preact's own `useId` begins to count anew each time the page is drawn, so
 * that a field which came later took the label of another.
 */
export function useOwnId(): string {
  const [id] = useState(() => `own-${(last += 1)}`);
  return id;
}
