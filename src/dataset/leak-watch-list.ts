import { createByteIndex, type ByteIndex } from './byte-index';
import { createGrowingTexts } from './growing-texts';
import { folded, foldedText } from './leak-scan-folding';
import { createIdFinder, type IdFinder } from './leak-scan-ids';
import { createSecretFinder, type SecretFinder } from './leak-scan-secret';
import { createValueReader } from './leak-scan-values';
import type { LeakKind } from './leak-report';
import { textAt, textsOf, type TextList } from './text-list';

/** Everything that must not leave, and how it is looked for. */
export type LeakSubjects = {
  /** Of all users that were collected, also of those whom a filter left out. */
  readonly userUids: TextList;
  readonly usernames: TextList;
  readonly key: string;
  readonly passphrase: string | null;
  /**
   * Texts of the tool and of the person who exports, as they go into README and metadata. A user may be called
   * "models" or "complete": a value that stands in these texts is no leak of a name where it stands in such a file.
   */
  readonly ownTexts: readonly string[];
};

/** A shorter one, such as 16271, occurs by chance in hashes and numbers. */
const longIdLength = 16;
/** Shorter secrets are words that occur by chance; they are looked for as whole values, as names are. */
const longSecretLength = 8;

export type WatchList = {
  readonly ids: IdFinder;
  readonly secrets: readonly { readonly kind: LeakKind; readonly finder: SecretFinder }[];
  /** Looked for as whole values of columns. */
  readonly values: WatchedValues;
};

export type WatchedValues = {
  /** Of the longest value, in bytes. */
  readonly longest: number;
  /** What the value is that these bytes are, from 0 up to, not with, `end`; `null` for nothing that is looked for. */
  readonly find: (bytes: Uint8Array, end: number, hash: number) => WatchedValue | null;
};

export type WatchedValue = {
  readonly kind: LeakKind;
  /** It is to be blocked in prose and metadata too. */
  readonly isForProse: () => boolean;
};

export function createWatchList(subjects: LeakSubjects): WatchList {
  const secrets = [
    { kind: 'key', text: subjects.key },
    { kind: 'passphrase', text: subjects.passphrase ?? '' },
  ] as const;
  const isLong = ({ text }: { readonly text: string }) => text.length >= longSecretLength;
  return {
    ids: createIdFinder(subjects.userUids, longIdLength),
    secrets: secrets.filter(isLong).map(({ kind, text }) => ({ kind, finder: createSecretFinder(text) })),
    values: createWatchedValues(
      secrets.filter((secret) => secret.text !== '' && !isLong(secret)),
      subjects,
    ),
  };
}

/** A name may be somebody's id as well, and blocks as an id then, in columns. */
function createWatchedValues(
  shortSecrets: readonly { readonly kind: LeakKind; readonly text: string }[],
  { userUids, usernames, ownTexts }: LeakSubjects,
): WatchedValues {
  const few = createGrowingTexts();
  for (const { text } of shortSecrets) few.add(text);
  for (const uid of textsOf(userUids)) if (uid.length < longIdLength) few.add(uid);
  const own = ownValues(ownTexts);
  // Numbers are what such files are full of.
  const isQuiet = (text: string) => !/\p{L}/u.test(text) || own.has(foldedText(text));
  const [secretsAndIds, names] = [indexAll(few.list), indexAll(usernames)];
  return {
    longest: Math.max(secretsAndIds.longest(), names.longest()),
    find(bytes, end, hash) {
      const place = secretsAndIds.find(bytes, 0, end, hash);
      const secret = shortSecrets[place];
      if (secret) return { kind: secret.kind, isForProse: () => !isQuiet(secret.text) };
      if (place !== -1) return { kind: 'user id', isForProse: () => false };
      const name = names.find(bytes, 0, end, hash);
      return name === -1 ? null : { kind: 'user name', isForProse: () => !isQuiet(textAt(usernames, name)) };
    },
  };
}

function indexAll(texts: TextList): ByteIndex {
  const index = createByteIndex(texts, folded);
  for (let place = 0; place < texts.length; place += 1) index.add(place);
  return index;
}

/** No name is longer; what is has no need to be kept. */
const longestOwnValue = 300;

function ownValues(texts: readonly string[]): Set<string> {
  const values = new Set<string>();
  const decoder = new TextDecoder();
  const reader = createValueReader('text', longestOwnValue, (bytes, length) =>
    values.add(decoder.decode(bytes.subarray(0, length))),
  );
  const encoder = new TextEncoder();
  for (const text of texts) {
    reader.read(encoder.encode(text));
    reader.end();
  }
  return values;
}
