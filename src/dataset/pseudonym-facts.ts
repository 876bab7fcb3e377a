import { keyId } from './key-id';
import { pseudonymForm, type HashAlgorithm } from './keyed-hash';
import type { PseudonymKey } from './pseudonym-key';

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
