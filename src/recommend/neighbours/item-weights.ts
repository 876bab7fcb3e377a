/**
 * How much a like of one item speaks for another, as compressed sparse rows: `weights[at]` is what item `source` says
 * for `targets[at]`, where at runs from `starts[source]` up to, not with, `starts[source + 1]`.
 */
export type ItemWeights = {
  readonly itemCount: number;
  readonly starts: Uint32Array;
  readonly targets: Uint32Array;
  readonly weights: Float32Array;
};

export type ItemWeightsWriter = {
  /** Writes the next row. */
  readonly addRow: (targets: Uint32Array, weights: Float64Array) => void;
  readonly finish: () => ItemWeights;
};

/** Rows one after the other, in arrays that grow. The rows that are not written when it finishes are empty. */
export function createItemWeightsWriter(itemCount: number): ItemWeightsWriter {
  const starts = new Uint32Array(itemCount + 1);
  let targets = new Uint32Array(1024);
  let weights = new Float32Array(1024);
  let row = 0;
  let size = 0;

  return {
    addRow(newTargets, newWeights) {
      if (size + newTargets.length > targets.length) {
        const capacity = Math.max(size + newTargets.length, Math.ceil(targets.length * 1.5));
        targets = enlarge(targets, new Uint32Array(capacity));
        weights = enlarge(weights, new Float32Array(capacity));
      }
      targets.set(newTargets, size);
      weights.set(newWeights, size);
      size += newTargets.length;
      row += 1;
      starts[row] = size;
    },
    finish: () => {
      starts.fill(size, row + 1);
      return { itemCount, starts, targets: targets.slice(0, size), weights: weights.slice(0, size) };
    },
  };
}

function enlarge<Values extends Uint32Array | Float32Array>(old: Values, fresh: Values): Values {
  fresh.set(old);
  return fresh;
}

/** Sources as targets: what was kept for each target becomes what each source says. */
export function transposeItemWeights({ itemCount, starts, targets, weights }: ItemWeights): ItemWeights {
  const newStarts = new Uint32Array(itemCount + 1);
  for (const target of targets) newStarts[target + 1]! += 1;
  for (let item = 0; item < itemCount; item += 1) newStarts[item + 1]! += newStarts[item]!;

  const next = newStarts.slice(0, itemCount);
  const newTargets = new Uint32Array(targets.length);
  const newWeights = new Float32Array(weights.length);
  for (let source = 0; source < itemCount; source += 1) {
    for (let at = starts[source]!; at < starts[source + 1]!; at += 1) {
      const place = next[targets[at]!]!;
      next[targets[at]!] = place + 1;
      newTargets[place] = source;
      newWeights[place] = weights[at]!;
    }
  }
  return { itemCount, starts: newStarts, targets: newTargets, weights: newWeights };
}
