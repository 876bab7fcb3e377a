import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { type HashAlgorithm, pseudonymForm } from './keyed-hash';

/**
 * The secret key of the pseudonyms. `text` enters the HMAC as UTF-8, so that whoever holds it can check pseudonyms with
 * any tool. `projectId` is public: it says which datasets share their pseudonyms, and salts a passphrase.
 */
export type PseudonymKey =
  | { readonly mode: 'one-time'; readonly text: string }
  | { readonly mode: 'project'; readonly text: string; readonly projectId: string }
  | {
      readonly mode: 'passphrase';
      readonly text: string;
      readonly projectId: string;
      /** Kept beside the key derived from it, so that the leak scan can look for both. */
      readonly passphrase: string;
    };

const keyBytes = 32;
const projectIdBytes = 16;

/** A key for one export that is never stored: afterwards nobody can compute its pseudonyms or link it to another export. */
export function createOneTimeKey(random: RandomBytes): PseudonymKey {
  return { mode: 'one-time', text: randomHex(random, keyBytes) };
}

/** A key to store, so that all exports and machines that have it give the same pseudonyms. */
export function createProjectKey(random: RandomBytes): PseudonymKey & { readonly mode: 'project' } {
  return { mode: 'project', text: randomHex(random, keyBytes), projectId: createProjectId(random) };
}

export function createProjectId(random: RandomBytes): string {
  return randomHex(random, projectIdBytes);
}

/** Fills the given bytes and returns them, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

export function randomHex(random: RandomBytes, length: number): string {
  return bytesToHex(randomBytes(random, length));
}

export function randomBytes(random: RandomBytes, length: number): Uint8Array {
  const bytes = random(new Uint8Array(length));
  // A source that does not fill the bytes would give a key that everybody knows.
  if (bytes.length !== length || bytes.every((byte) => byte === 0)) {
    throw new Error('no random bytes for the key');
  }
  return bytes;
}

/**
 * 8 hex digits by which two people can see that they have the same key without revealing it. That of a key derived from
 * a passphrase must not be published: it would confirm a guess.
 */
export function keyId(keyText: string): string {
  return bytesToHex(sha256(utf8ToBytes(`key-id|${keyText}`)).subarray(0, 4));
}

/** What a dataset says about its pseudonyms. */
export type PseudonymFacts = {
  readonly keyMode: PseudonymKey['mode'];
  readonly algorithm: HashAlgorithm;
  readonly digestBits: number;
  readonly encoding: string;
  /** Shows whether two datasets share a key. Project keys only: that of a passphrase would confirm a guess. */
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
