import { datasetFacts, modelFacts } from '../../sketchfab/model-facts';
import type { ModelUid } from '../../sketchfab/model-uid';
import { stringAt, type StringList } from '../columns/string-list';
import { numberAt } from '../columns/uint32-list';
import type { DatasetModel } from '../dataset-source';
import { type FactCodec, factCodecs, type FactPools, type PackedKind } from './fact-codecs';

/**
 * Models as columns: some 150 bytes each, where an object with its strings takes six times that. By their places in
 * `uids`, which is by id.
 */
export type PackedModels = FactPools & {
  readonly uids: StringList<ModelUid>;
  /** So many are packed, the first of `uids`. */
  readonly length: number;
  /** Of each model what the codec of the fact makes of it; -1 where it is not known. */
  readonly facts: Readonly<Record<PackedFact, Int32Array>>;
};

/** What is packed of a model, besides its id. */
export type PackedFact = Exclude<keyof DatasetModel, 'uid'>;

const kinds = {
  ...Object.fromEntries(datasetFacts.map((name) => [name, modelFacts[name].kind])),
  ...{ state: 'word', complete: 'flag', cause: 'word' },
} as Readonly<Record<PackedFact, PackedKind>>;

export const packedFacts = Object.keys(kinds) as readonly PackedFact[];

/** Which value goes with which fact is held by the types of models. */
export const codecOf = (name: PackedFact): FactCodec<unknown> =>
  factCodecs[kinds[name]] as FactCodec<unknown>;

/** The model at this place, each of its facts unpacked when it is asked for. */
export function modelAt(packed: PackedModels, place: number): DatasetModel {
  return new UnpackedModel(packed, place) as unknown as DatasetModel;
}

/** A class, since an object of its own would hold a function for every fact. */
class UnpackedModel {
  readonly #packed: PackedModels;
  readonly #place: number;

  constructor(packed: PackedModels, place: number) {
    this.#packed = packed;
    this.#place = place;
  }

  static {
    for (const name of packedFacts) {
      const { unpack } = codecOf(name);
      Object.defineProperty(this.prototype, name, {
        get(this: UnpackedModel) {
          const packed = numberAt(this.#packed.facts[name], this.#place);
          return packed === -1 ? null : unpack(packed, this.#packed, this.uid);
        },
      });
    }
  }

  get uid(): ModelUid {
    return stringAt(this.#packed.uids, this.#place);
  }
}
