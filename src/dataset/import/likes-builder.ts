import type { ModelUid } from '../../sketchfab/model-uid';
import { createUint32ListBuilder, toUint32Array } from '../columns/uint32-list';
import { ImportError } from '../zip/import-error';
import type { ImportedDataset } from './imported-dataset';

export type LikesBuilder = {
  /** Adds the next like. Likes must be distinct and sorted by model and pseudonym; anything else throws an `ImportError`. */
  readonly add: (modelUid: string, pseudonym: string) => void;
  readonly build: () => Pick<ImportedDataset, 'pseudonyms' | 'starts' | 'users'>;
};

const pseudonymShape = /^[0-9a-f]{32}$/;

const limits = {
  /** Sixteen times the 6.3 million likes that exports are measured with. */
  likes: 100_000_000,
  /** A Map holds 16.7 million keys. */
  users: 16_000_000,
};

/** Packs the likes of a sorted table at `path` into indices. `modelUids` are those of the zip, sorted. */
export function createLikesBuilder(path: string, modelUids: readonly ModelUid[]): LikesBuilder {
  const indexOf = new Map<string, number>();
  const users = createUint32ListBuilder();
  const starts = new Uint32Array(modelUids.length + 1);
  let model = 0;
  let last = '';

  function moveTo(modelUid: string) {
    while (model < modelUids.length && modelUids[model] !== modelUid) {
      model += 1;
      starts[model] = users.list.length;
      last = '';
    }
    if (model === modelUids.length) {
      throw new ImportError({ code: 'likeOrder', path, mid: modelUid });
    }
  }

  function indexFor(pseudonym: string): number {
    const known = indexOf.get(pseudonym);
    if (known !== undefined) return known;
    if (!pseudonymShape.test(pseudonym))
      throw new ImportError({ code: 'invalidPseudonym', path, text: pseudonym.slice(0, 50) });
    if (indexOf.size === limits.users) throw new ImportError({ code: 'tooManyUsers', path });
    indexOf.set(pseudonym, indexOf.size);
    return indexOf.size - 1;
  }

  return {
    add(modelUid, pseudonym) {
      if (modelUids[model] !== modelUid) moveTo(modelUid);
      if (pseudonym <= last) throw new ImportError({ code: 'likeOrder', path, mid: modelUid });
      if (users.list.length === limits.likes) throw new ImportError({ code: 'tooManyLikes', path });
      users.push(indexFor(pseudonym));
      last = pseudonym;
    },
    build() {
      starts.fill(users.list.length, model + 1);
      return { pseudonyms: [...indexOf.keys()], starts, users: toUint32Array(users.list) };
    },
  };
}
