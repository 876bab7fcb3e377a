import { createByteIndex } from '../columns/byte-index';
import { createStringListBuilder, type StringList } from '../columns/string-list';
import { createFingerprintSetBuilder, type FingerprintSet } from './fingerprint-set';
import { addPrefix, createPrefixFilter, type PrefixFilter } from './prefix-filter';

/**
 * Recognizes every user that is known here in a file: those of lists of likes, including whom the filters left out, those
 * of earlier lists, and owners of models. Plain data, about half the size of
 * the ids and names it stands for, which go no further: the worker that writes a dataset holds no raw id.
 */
export type LeakIndex = {
  /** Ids too long to occur by chance, by length. Searched for anywhere, also inside longer words. */
  readonly longIds: readonly IdsOfLength[];
  /** By byte: 1 if any long id contains it. */
  readonly idBytes: Uint8Array;
  /** Matched as whole values only. */
  readonly shortIds: FingerprintSet;
  readonly names: FingerprintSet;
};

export type IdsOfLength = {
  /** In bytes. */
  readonly length: number;
  readonly fingerprints: FingerprintSet;
  readonly prefixes: PrefixFilter;
};

/** What of a snapshot is indexed. */
type IndexedSnapshot = {
  readonly models: { readonly uids: StringList };
  readonly likes: { readonly userUids: StringList };
  readonly users: { readonly otherUserUids: StringList; readonly usernames: StringList };
};

/** A shorter id, such as 16271, occurs by chance in hashes and numbers. */
const minLongIdLength = 16;

export function createLeakIndex({ models, likes, users }: IndexedSnapshot): LeakIndex {
  const userUids = [likes.userUids, withoutModels(users.otherUserUids, models.uids)];
  const idBytes = new Uint8Array(256);
  const shortIds = createFingerprintSetBuilder();
  const byLength = new Map<number, ReturnType<typeof createIdsOfLengthBuilder>>();
  const counts = countLengths(userUids);
  forEachString(userUids, (bytes, start, end) => {
    const length = end - start;
    if (length < minLongIdLength) {
      shortIds.add(bytes, start, end);
      return;
    }
    const ids = byLength.get(length) ?? createIdsOfLengthBuilder(length, counts.get(length) ?? 0);
    byLength.set(length, ids);
    ids.add(bytes, start, end);
    for (let at = start; at < end; at += 1) idBytes[bytes[at] as number] = 1;
  });
  const names = createFingerprintSetBuilder();
  forEachString([users.usernames], names.add);
  return {
    longIds: [...byLength.values()].map((ids) => ids.build()),
    idBytes,
    shortIds: shortIds.build(),
    names: names.build(),
  };
}

/** A page may name a model as the owner of another. Ids of models are in every table. */
function withoutModels(userUids: StringList, modelUids: StringList): StringList {
  const models = createByteIndex(modelUids);
  for (let index = 0; index < modelUids.length; index += 1) models.add(index);
  const kept = createStringListBuilder();
  forEachString([userUids], (bytes, start, end) => {
    if (models.find(bytes, start, end) === -1) kept.addBytes(bytes.subarray(start, end));
  });
  return kept.list;
}

function createIdsOfLengthBuilder(length: number, count: number) {
  const fingerprints = createFingerprintSetBuilder();
  const prefixes = createPrefixFilter(count);
  return {
    add(bytes: Uint8Array, start: number, end: number): void {
      fingerprints.add(bytes, start, end);
      addPrefix(prefixes, bytes, start);
    },
    build: (): IdsOfLength => ({ length, fingerprints: fingerprints.build(), prefixes }),
  };
}

function countLengths(strings: readonly StringList[]): Map<number, number> {
  const counts = new Map<number, number>();
  forEachString(strings, (_, start, end) => counts.set(end - start, (counts.get(end - start) ?? 0) + 1));
  return counts;
}

function forEachString(
  lists: readonly StringList[],
  visit: (bytes: Uint8Array, start: number, end: number) => void,
): void {
  for (const { length, bytes, starts } of lists)
    for (let index = 0; index < length; index += 1)
      visit(bytes, starts[index] as number, starts[index + 1] as number);
}
