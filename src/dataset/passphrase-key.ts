import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { PseudonymKey } from './pseudonym-key';

/** What is used of `crypto.subtle`. */
export type KeyStretcher = Pick<SubtleCrypto, 'importKey' | 'deriveBits'>;

/** Some half a second of work for who knows the phrase, and for each guess of who does not. */
export const passphraseRounds = 600_000;

/**
 * The key that a team shares by a phrase: PBKDF2-SHA-256 over it, salted with the project id, 256 bits as 64 hex
 * characters. The phrase is composed (NFC) and its outer white space cut off, since keyboards and messengers differ in
 * both. Rejects when there is nothing left of phrase or project id.
 */
export async function passphraseKey(
  typed: string,
  projectId: string,
  subtle: KeyStretcher,
): Promise<PseudonymKey & { readonly mode: 'passphrase' }> {
  const passphrase = typed.normalize('NFC').trim();
  if (passphrase === '') throw new Error('the passphrase is empty');
  if (projectId === '') throw new Error('a passphrase needs a project id');
  const secret = await subtle.importKey('raw', new Uint8Array(utf8ToBytes(passphrase)), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const bits = await subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: new Uint8Array(utf8ToBytes(projectId)),
      iterations: passphraseRounds,
    },
    secret,
    256,
  );
  return { mode: 'passphrase', text: bytesToHex(new Uint8Array(bits)), projectId, passphrase };
}
