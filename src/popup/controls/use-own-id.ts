import { useState } from 'preact/hooks';

let last = 0;

/**
 * An id that is unique on the page. Preact's own `useId` starts over with each render, so a field that was added later
 * took the label of another.
 */
export function useOwnId(): string {
  const [id] = useState(() => `own-${(last += 1)}`);
  return id;
}
