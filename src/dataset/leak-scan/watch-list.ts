import { decodeText } from '../columns/string-list';
import { createFingerprintSetBuilder, type FingerprintSet, has } from './fingerprint-set';
import { createIdFinder, type IdFinder } from './id-finder';
import type { LeakIndex } from './leak-index';
import type { LeakKind } from './leak-report';
import { createSecretFinder, type SecretFinder } from './secret-finder';
import { createValueReader } from './value-reader';

/** Everything that must not leave the browser. */
export type LeakSubjects = {
  readonly leakIndex: LeakIndex;
  readonly key: string;
  readonly passphrase: string | null;
  /**
   * Texts of README and metadata that the tool or the exporting person wrote. A user may be called "models" or
   * "complete": in prose, a value that occurs in these texts is no leak of a name.
   */
  readonly boilerplate: readonly string[];
};

/** The subjects, ready to be searched for. */
export type WatchList = {
  /** Searched for anywhere. */
  readonly ids: IdFinder;
  readonly secrets: readonly { readonly kind: LeakKind; readonly finder: SecretFinder }[];
  /** Matched as whole values. */
  readonly values: SensitiveValues;
};

export type SensitiveValues = {
  /** Length of the longest value in bytes. */
  readonly longest: number;
  /** What the case-folded bytes `[0, end)` are; null if they are nothing sensitive. */
  readonly find: (bytes: Uint8Array, end: number, hash: number) => SensitiveValue | null;
};

export type SensitiveValue = {
  readonly kind: LeakKind;
  /** Whether it is a leak in prose and metadata too. */
  readonly blocksProse: () => boolean;
};

/** Shorter secrets may be words that occur by chance, so like names they are matched as whole values. */
const minLongSecretLength = 8;

export function createWatchList({ leakIndex, key, passphrase, boilerplate }: LeakSubjects): WatchList {
  const secrets = [
    { kind: 'key', text: key },
    { kind: 'passphrase', text: passphrase ?? '' },
  ] as const;
  const isLong = ({ text }: { readonly text: string }) => text.length >= minLongSecretLength;
  return {
    ids: createIdFinder(leakIndex),
    secrets: secrets.filter(isLong).map(({ kind, text }) => ({ kind, finder: createSecretFinder(text) })),
    values: createSensitiveValues(
      secrets.filter((secret) => secret.text !== '' && !isLong(secret)),
      leakIndex,
      boilerplate,
    ),
  };
}

/** A name that is also somebody's id counts as an id, which blocks in columns only. */
function createSensitiveValues(
  shortSecrets: readonly { readonly kind: LeakKind; readonly text: string }[],
  { shortIds, names }: LeakIndex,
  boilerplate: readonly string[],
): SensitiveValues {
  const boilerplateValues = valuesIn(boilerplate);
  const blocksProse = (value: Uint8Array) => {
    const text = decodeText(value);
    // Prose and metadata are full of numbers, so a value without a letter is never a leak there.
    return /\p{L}/u.test(text) && !boilerplateValues.has(text);
  };
  const secrets = shortSecrets.map(({ kind, text }) => ({ kind, fingerprints: fingerprintsOf(text) }));
  return {
    longest: Math.max(
      ...[shortIds, names, ...secrets.map(({ fingerprints }) => fingerprints)].map(({ longest }) => longest),
    ),
    find(bytes, end, hash) {
      const secret = secrets.find(({ fingerprints }) => has(fingerprints, bytes, 0, end, hash));
      if (secret) return { kind: secret.kind, blocksProse: () => blocksProse(bytes.subarray(0, end)) };
      if (has(shortIds, bytes, 0, end, hash)) return { kind: 'userId', blocksProse: () => false };
      if (!has(names, bytes, 0, end, hash)) return null;
      return { kind: 'userName', blocksProse: () => blocksProse(bytes.subarray(0, end)) };
    },
  };
}

function fingerprintsOf(text: string): FingerprintSet {
  const builder = createFingerprintSetBuilder();
  const bytes = new TextEncoder().encode(text);
  builder.add(bytes, 0, bytes.length);
  return builder.build();
}

/** No user name is longer, so longer values need not be kept. */
const longestBoilerplateValue = 300;

/** The values in these texts, case-folded. */
function valuesIn(texts: readonly string[]): Set<string> {
  const values = new Set<string>();
  const reader = createValueReader('text', longestBoilerplateValue, (bytes, length) =>
    values.add(decodeText(bytes.subarray(0, length))),
  );
  const encoder = new TextEncoder();
  for (const text of texts) {
    reader.read(encoder.encode(text));
    reader.end();
  }
  return values;
}
