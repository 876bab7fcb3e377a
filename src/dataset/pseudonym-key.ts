import { randomHex, type RandomBytes } from './random-hex';

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
