import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type HashAlgorithm, pseudonymForm } from './keyed-hash';

/**
 * The secret under the pseudonyms. `text` is hashed as UTF-8, so that anybody who holds a key can check with any tool.
 * `projectId` is public: it tells which datasets are meant to have the same pseudonyms, and salts a passphrase.
 */
export type PseudonymKey =
  | { readonly mode: 'one-time'; readonly text: string }
  | { readonly mode: 'project'; readonly text: string; readonly projectId: string }
  | {
      readonly mode: 'passphrase';
      readonly text: string;
      readonly projectId: string;
      /** Kept beside the key made of it, so that the leak scan can look for both. */
      readonly passphrase: string;
    };

const keyBytes = 32;
const projectIdBytes = 16;

/** A key for one export, kept nowhere: once it is gone nobody can compute a pseudonym again, nor link two exports. */
export function createOneTimeKey(random: RandomBytes): PseudonymKey {
  return { mode: 'one-time', text: randomHex(random, keyBytes) };
}

/** A key to keep, so that exports and machines that have it give the same pseudonyms. */
export function createProjectKey(random: RandomBytes): PseudonymKey & { readonly mode: 'project' } {
  return { mode: 'project', text: randomHex(random, keyBytes), projectId: createProjectId(random) };
}

export function createProjectId(random: RandomBytes): string {
  return randomHex(random, projectIdBytes);
}

/** Fills the bytes it is given and hands them back, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

export function randomHex(random: RandomBytes, length: number): string {
  return bytesToHex(randomBytes(random, length));
}

export function randomBytes(random: RandomBytes, length: number): Uint8Array {
  const bytes = random(new Uint8Array(length));
  // A source that forgot to fill the bytes would give a key that everybody knows.
  if (bytes.length !== length || bytes.every((byte) => byte === 0)) {
    throw new Error('no random bytes for the key');
  }
  return bytes;
}

/**
 * 8 hex characters by which two people see that they have the same key without showing it. Of a key made from a
 * passphrase it must not be published: it would tell a guesser when the guess is right.
 */
export function keyId(keyText: string): string {
  return bytesToHex(sha256(utf8ToBytes(`key-id|${keyText}`)).subarray(0, 4));
}

/** What a dataset tells of its pseudonyms. */
export type PseudonymFacts = {
  readonly keyMode: PseudonymKey['mode'];
  readonly algorithm: HashAlgorithm;
  readonly digestBits: number;
  readonly encoding: string;
  /** By which two datasets of one project are seen to fit. Of a passphrase it would tell a guesser too much. */
  readonly keyId?: string;
  readonly projectId?: string;
};

export function pseudonymFacts(key: PseudonymKey, algorithm: HashAlgorithm): PseudonymFacts {
  return {
    keyMode: key.mode,
    algorithm,
    ...pseudonymForm,
    ...(key.mode === 'project' && { keyId: keyId(key.text) }),
    ...(key.mode !== 'one-time' && { projectId: key.projectId }),
  };
}
