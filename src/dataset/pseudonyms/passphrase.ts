import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { type PseudonymKey, randomBytes, type RandomBytes } from './pseudonym-key';

/** The part of `crypto.subtle` that is used. */
export type KeyStretcher = Pick<SubtleCrypto, 'importKey' | 'deriveBits'>;

/** About half a second of work, for whoever knows the passphrase and for every guess of an attacker. */
export const passphraseRounds = 600_000;

/**
 * The key of a team that shares a passphrase: PBKDF2-SHA-256, salted with the project id, 256 bits as 64 hex digits.
 * The passphrase is normalized to NFC and trimmed, since keyboards and messengers differ in both. Rejects if the
 * passphrase or the project id is empty then.
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

/** A word of a list of 2,048 carries 11 bits, so eight carry 88, which is more than `enoughBits`. */
export const passphraseWords = 8;

/** A random passphrase to write down and pass on. */
export function createPassphrase(random: RandomBytes): string {
  const { buffer, byteOffset } = randomBytes(random, passphraseWords * 2);
  const bytes = new DataView(buffer, byteOffset);
  const words = Array.from({ length: passphraseWords }, (_, index) => {
    // 65,536 is a multiple of 2,048, so each word is equally likely.
    return wordlist[bytes.getUint16(index * 2) % wordlist.length];
  });
  return words.join(' ');
}
