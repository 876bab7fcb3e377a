import { createByteIndex, type ByteIndex } from './byte-index';
import { createGrowingTexts } from './growing-texts';
import { folded, foldedText } from './leak-scan-folding';
import { createIdFinder, type IdFinder } from './leak-scan-ids';
import { createSecretFinder, type SecretFinder } from './leak-scan-secret';
import { createValueReader } from './leak-scan-values';
import type { LeakKind } from './leak-report';
import { textsOf, type TextList } from './text-list';

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
  readonly values: ByteIndex;
  /** What the value of `values` at this place is. */
  readonly kindOf: (place: number) => LeakKind;
  /** Whether it is to be blocked in prose and metadata too. */
  readonly isForProse: (place: number) => boolean;
};

export function createWatchList(subjects: LeakSubjects): WatchList {
  const secrets = [
    { kind: 'key', text: subjects.key },
    { kind: 'passphrase', text: subjects.passphrase ?? '' },
  ] as const;
  const isLong = ({ text }: { readonly text: string }) => text.length >= longSecretLength;
  const shortSecrets = secrets.filter((secret) => secret.text !== '' && !isLong(secret));
  // A name may be somebody's id as well. Of equal texts the first counts: such a one blocks as an id, in columns.
  const texts = createGrowingTexts();
  for (const { text } of shortSecrets) texts.add(text);
  for (const uid of textsOf(subjects.userUids)) if (uid.length < longIdLength) texts.add(uid);
  const firstName = texts.list.length;
  for (const name of textsOf(subjects.usernames)) texts.add(name);

  const own = ownValues(subjects.ownTexts);
  // Numbers are what such files are full of.
  const isOwn = (text: string) => !/\p{L}/u.test(text) || own.has(foldedText(text));
  const isQuietInProse = Uint8Array.from(textsOf(texts.list), (text) => Number(isOwn(text)));
  const values = createByteIndex(texts.list, folded);
  for (let place = 0; place < texts.list.length; place += 1) values.add(place);
  return {
    ids: createIdFinder(subjects.userUids, longIdLength),
    secrets: secrets.filter(isLong).map(({ kind, text }) => ({ kind, finder: createSecretFinder(text) })),
    values,
    kindOf: (place) => shortSecrets[place]?.kind ?? (place < firstName ? 'user id' : 'user name'),
    isForProse: (place) => (place < shortSecrets.length || place >= firstName) && isQuietInProse[place] === 0,
  };
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
