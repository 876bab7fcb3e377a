import { createItemWeightsWriter, type ItemWeights } from '../neighbours/item-weights';

/**
 * EASE's weights between the items that take part in it, and those of another recommender for every other pair, so
 * that each item can be found. The others are scaled to what EASE's rows sum to on average, positive weights counted.
 * @param takesPart 1 for each item that does.
 */
export function easeAndRest(ease: ItemWeights, rest: ItemWeights, takesPart: Uint8Array): ItemWeights {
  const sumOfRest = positiveSum(rest, takesPart);
  // Without a sum to go by, the others stay as they are.
  const scale = sumOfRest === 0 ? 1 : positiveSum(ease, takesPart) / sumOfRest;
  const writer = createItemWeightsWriter(ease.itemCount);
  for (let source = 0; source < ease.itemCount; source += 1) {
    const targets = Array.from(ease.targets.subarray(ease.starts[source], ease.starts[source + 1]));
    const weights = Array.from(ease.weights.subarray(ease.starts[source], ease.starts[source + 1]));
    for (let at = rest.starts[source]!; at < rest.starts[source + 1]!; at += 1) {
      const target = rest.targets[at]!;
      if (takesPart[source] === 1 && takesPart[target] === 1) continue;
      targets.push(target);
      weights.push(scale * rest.weights[at]!);
    }
    writer.addRow(Uint32Array.from(targets), Float64Array.from(weights));
  }
  return writer.finish();
}

function positiveSum({ itemCount, starts, weights }: ItemWeights, takesPart: Uint8Array): number {
  let sum = 0;
  for (let source = 0; source < itemCount; source += 1) {
    if (takesPart[source] === 0) continue;
    for (let at = starts[source]!; at < starts[source + 1]!; at += 1) sum += Math.max(0, weights[at]!);
  }
  return sum;
}
