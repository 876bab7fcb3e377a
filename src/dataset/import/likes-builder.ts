import type { ModelUid } from '../../sketchfab/model-uid';
import { createUint32ListBuilder, toUint32Array } from '../columns/uint32-list';
import { ImportError } from '../zip/import-error';
import { importLimits } from '../zip/import-limits';
import type { ImportedDataset } from './imported-dataset';

export type LikesBuilder = {
  /** The next like. They come by (model, pseudonym), each once. */
  readonly add: (modelUid: string, pseudonym: string) => void;
  readonly take: () => Pick<ImportedDataset, 'pseudonyms' | 'starts' | 'users'>;
};

const pseudonymShape = /^[0-9a-f]{32}$/;

/** Packs the likes of a sorted table into indexes, and refuses what is out of order, repeated, or of no model. */
export function createLikesBuilder(path: string, modelUids: readonly ModelUid[]): LikesBuilder {
  const indexOf = new Map<string, number>();
  const users = createUint32ListBuilder();
  const starts = new Uint32Array(modelUids.length + 1);
  let model = 0;
  let last = '';

  function goTo(modelUid: string) {
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
    if (indexOf.size === importLimits.users) throw new ImportError({ code: 'tooManyUsers', path });
    indexOf.set(pseudonym, indexOf.size);
    return indexOf.size - 1;
  }

  return {
    add(modelUid, pseudonym) {
      if (modelUids[model] !== modelUid) goTo(modelUid);
      if (pseudonym <= last) throw new ImportError({ code: 'likeOrder', path, mid: modelUid });
      if (users.list.length === importLimits.likes) throw new ImportError({ code: 'tooManyLikes', path });
      users.push(indexFor(pseudonym));
      last = pseudonym;
    },
    take() {
      starts.fill(users.list.length, model + 1);
      return { pseudonyms: [...indexOf.keys()], starts, users: toUint32Array(users.list) };
    },
  };
}
