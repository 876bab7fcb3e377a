/**
 * The best of many scored items, in a heap whose top is the worst one kept. Better is a higher score; of equal scores
 * the smaller index wins, so that a list never depends on the order in which items were offered.
 */
export type BestScores = {
  readonly items: Uint32Array;
  readonly scores: Float64Array;
  size: number;
};

export function createBestScores(limit: number): BestScores {
  return { items: new Uint32Array(limit), scores: new Float64Array(limit), size: 0 };
}

/** A score under this one is not kept, whatever the item. */
export function lowestKept({ items, scores, size }: BestScores): number {
  return size < items.length ? -Infinity : scores[0]!;
}

/** Keeps an item if it is among the best so far. */
export function offer(best: BestScores, item: number, score: number): void {
  // Most are turned away here, in code short enough that engines put it where it is called.
  if (score >= lowestKept(best)) insert(best, item, score);
}

function insert(best: BestScores, item: number, score: number): void {
  const { items, scores } = best;
  if (best.size < items.length) {
    let at = best.size;
    best.size += 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(score, item, scores[parent]!, items[parent]!)) break;
      scores[at] = scores[parent]!;
      items[at] = items[parent]!;
      at = parent;
    }
    scores[at] = score;
    items[at] = item;
  } else if (best.size > 0 && isWorse(scores[0]!, items[0]!, score, item)) {
    sink(best, best.size, item, score);
  }
}

/** Sorts what is kept, best first, and returns views of it that last until the next `offer`. */
export function takeBest(best: BestScores): { items: Uint32Array; scores: Float64Array } {
  const { items, scores, size } = best;
  for (let end = size - 1; end > 0; end -= 1) {
    const item = items[end]!;
    const score = scores[end]!;
    items[end] = items[0]!;
    scores[end] = scores[0]!;
    sink(best, end, item, score);
  }
  best.size = 0;
  return { items: items.subarray(0, size), scores: scores.subarray(0, size) };
}

/** Puts an item in place of the worst one, among the first `size`. */
function sink({ items, scores }: BestScores, size: number, item: number, score: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && isWorse(scores[child + 1]!, items[child + 1]!, scores[child]!, items[child]!))
      child += 1;
    if (!isWorse(scores[child]!, items[child]!, score, item)) break;
    scores[at] = scores[child]!;
    items[at] = items[child]!;
    at = child;
  }
  scores[at] = score;
  items[at] = item;
}

function isWorse(score: number, item: number, otherScore: number, otherItem: number): boolean {
  return score < otherScore || (score === otherScore && item > otherItem);
}
