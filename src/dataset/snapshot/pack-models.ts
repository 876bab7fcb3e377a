import type { ModelUid } from '../../sketchfab/model-uid';
import { createStringListBuilder, type StringList } from '../columns/string-list';
import { createUint32ListBuilder } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { buildPools } from './fact-codecs';
import { codecOf, type PackedFact, packedFacts, type PackedModels } from './packed-models';

export function emptyPackedModels(uids: StringList<ModelUid>): PackedModels {
  return {
    uids,
    length: 0,
    words: createStringListBuilder().list,
    texts: createStringListBuilder().list,
    runs: createUint32ListBuilder().list,
    facts: Object.fromEntries(
      packedFacts.map((name) => [name, new Int32Array(uids.length).fill(-1)]),
    ) as Record<PackedFact, Int32Array>,
  };
}

/** Appends models to `from`, whose arrays it takes over. They must come in the order of `uids`. */
export function createModelPacker(from: PackedModels) {
  const pools = buildPools(from);
  const columns = packedFacts.map((name) => ({ name, values: from.facts[name], pack: codecOf(name).pack }));
  let length = from.length;

  return {
    add(model: DatasetModel): void {
      for (const { name, values, pack } of columns) {
        const value = model[name];
        if (value !== null) values[length] = pack(value, pools, model.uid);
      }
      length += 1;
    },
    packed: (): PackedModels => ({
      ...from,
      length,
      words: pools.words.list,
      texts: pools.texts.list,
      runs: pools.runs.list,
    }),
  };
}
