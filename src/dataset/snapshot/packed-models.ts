import { datasetFacts, modelFacts } from '../../sketchfab/model-facts';
import type { ModelUid } from '../../sketchfab/model-uid';
import { stringAt, type StringList } from '../columns/string-list';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { type FactCodec, factCodecs, type FactPools, type PackedKind } from './fact-codecs';

/**
 * Models as columns, by index of `uids`, which is sorted: about 150 bytes per model, where an object with its strings
 * takes six times as much.
 */
export type PackedModels = FactPools & {
  readonly uids: StringList<ModelUid>;
  /** How many models are packed: the first ones of `uids`. */
  readonly length: number;
  /** The packed value of each fact, by model index; -1 if it is unknown. */
  readonly facts: Readonly<Record<PackedFact, Int32Array>>;
};

/** A packed property of a model: all but its id. */
export type PackedFact = Exclude<keyof DatasetModel, 'uid'>;

const kinds = {
  ...Object.fromEntries(datasetFacts.map((name) => [name, modelFacts[name].kind])),
  ...{ isPublic: 'flag', state: 'word', complete: 'flag', wasWhole: 'flag', cause: 'word' },
} as Readonly<Record<PackedFact, PackedKind>>;

export const packedFacts = Object.keys(kinds) as readonly PackedFact[];

/** Values are unknown here; the type of a model says which value belongs to which fact. */
export const codecOf = (name: PackedFact): FactCodec<unknown> =>
  factCodecs[kinds[name]] as FactCodec<unknown>;

/** The model at this index, whose facts are unpacked on access. */
export function modelAt(packed: PackedModels, index: number): DatasetModel {
  return new UnpackedModel(packed, index) as unknown as DatasetModel;
}

/** A class, since an object literal would hold a getter function per fact. */
class UnpackedModel {
  readonly #packed: PackedModels;
  readonly #index: number;

  constructor(packed: PackedModels, index: number) {
    this.#packed = packed;
    this.#index = index;
  }

  static {
    for (const name of packedFacts) {
      const { unpack } = codecOf(name);
      Object.defineProperty(this.prototype, name, {
        get(this: UnpackedModel) {
          const packed = numberAt(this.#packed.facts[name], this.#index);
          return packed === -1 ? null : unpack(packed, this.#packed, this.uid);
        },
      });
    }
  }

  get uid(): ModelUid {
    return stringAt(this.#packed.uids, this.#index);
  }
}
