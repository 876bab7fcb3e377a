/** Calls `run` at once, and later at most once in `ms`, but always after the last call. */
export function atMostEvery(ms: number, run: () => void): () => void {
  let isResting = false;
  let isWanted = false;

  function rest(): void {
    isResting = isWanted;
    if (!isWanted) return;
    isWanted = false;
    setTimeout(rest, ms);
    run();
  }

  return () => {
    isWanted = true;
    if (!isResting) rest();
  };
}
