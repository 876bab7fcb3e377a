import { decodeText } from '../columns/string-list';
import { createIdFinder, type IdFinder } from './id-finder';
import { createSecretFinder, type SecretFinder } from './secret-finder';
import { createFingerprintSet, type FingerprintSet, foldedText, hasFingerprint } from './fingerprint-set';
import type { LeakIndex } from './leak-index';
import type { LeakKind } from './leak-report';
import { createValueReader } from './value-reader';

/** Everything that must not leave, and how it is looked for. */
export type LeakSubjects = {
  readonly people: LeakIndex;
  readonly key: string;
  readonly passphrase: string | null;
  /**
   * Texts of the tool and of the person who exports, as they go into README and metadata. A user may be called
   * "models" or "complete": a value that stands in these texts is no leak of a name where it stands in such a file.
   */
  readonly ownTexts: readonly string[];
};

/** Shorter secrets are words that occur by chance; they are looked for as whole values, as names are. */
const longSecretLength = 8;

export type WatchList = {
  readonly ids: IdFinder;
  readonly secrets: readonly { readonly kind: LeakKind; readonly finder: SecretFinder }[];
  /** Looked for as whole values of columns. */
  readonly values: SensitiveValues;
};

export type SensitiveValues = {
  /** Of the longest value, in bytes. */
  readonly longest: number;
  /** What the value is that these bytes are, from 0 up to, not with, `end`; `null` for nothing that is looked for. */
  readonly find: (bytes: Uint8Array, end: number, hash: number) => SensitiveValue | null;
};

export type SensitiveValue = {
  readonly kind: LeakKind;
  /** It is to be blocked in prose and metadata too. */
  readonly isForProse: () => boolean;
};

export function createWatchList({ people, key, passphrase, ownTexts }: LeakSubjects): WatchList {
  const secrets = [
    { kind: 'key', text: key },
    { kind: 'passphrase', text: passphrase ?? '' },
  ] as const;
  const isLong = ({ text }: { readonly text: string }) => text.length >= longSecretLength;
  return {
    ids: createIdFinder(people),
    secrets: secrets.filter(isLong).map(({ kind, text }) => ({ kind, finder: createSecretFinder(text) })),
    values: createSensitiveValues(
      secrets.filter((secret) => secret.text !== '' && !isLong(secret)),
      people,
      ownTexts,
    ),
  };
}

/** A name may be somebody's id as well, and blocks as an id then, in columns. */
function createSensitiveValues(
  shortSecrets: readonly { readonly kind: LeakKind; readonly text: string }[],
  { shortIds, names }: LeakIndex,
  ownTexts: readonly string[],
): SensitiveValues {
  const own = ownValues(ownTexts);
  // Numbers are what such files are full of.
  const isForProse = (value: Uint8Array) => {
    const text = decodeText(value);
    return /\p{L}/u.test(text) && !own.has(foldedText(text));
  };
  const secrets = shortSecrets.map(({ kind, text }) => ({ kind, fingerprints: fingerprintsOf(text) }));
  return {
    longest: Math.max(
      ...[shortIds, names, ...secrets.map(({ fingerprints }) => fingerprints)].map(({ longest }) => longest),
    ),
    find(bytes, end, hash) {
      const found = secrets.find(({ fingerprints }) => hasFingerprint(fingerprints, bytes, 0, end, hash));
      if (found) return { kind: found.kind, isForProse: () => isForProse(bytes.subarray(0, end)) };
      if (hasFingerprint(shortIds, bytes, 0, end, hash)) return { kind: 'user id', isForProse: () => false };
      if (!hasFingerprint(names, bytes, 0, end, hash)) return null;
      return { kind: 'user name', isForProse: () => isForProse(bytes.subarray(0, end)) };
    },
  };
}

function fingerprintsOf(text: string): FingerprintSet {
  const fingerprints = createFingerprintSet();
  const bytes = new TextEncoder().encode(text);
  fingerprints.add(bytes, 0, bytes.length);
  return fingerprints.fingerprints();
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
