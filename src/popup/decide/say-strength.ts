import { enoughBits, estimateBits } from '../../dataset/estimate-bits';
import { sayCount } from '../words/say-count';

export type Strength = { readonly isWeak: boolean; readonly sentence: string };

// A graphics card tries some thousand of these phrases a second.
const hopelessBits = 40;

/** How hard a passphrase is to guess for who has the dataset; `null` before anything is typed. */
export function sayStrength(passphrase: string): Strength | null {
  if (passphrase.trim() === '') return null;
  const bits = estimateBits(passphrase);
  const about = `about ${sayCount(bits, 'bit')}`;
  if (bits >= enoughBits) return { isWeak: false, sentence: `Strong, ${about}.` };
  const word = bits < hopelessBits ? 'Easy to guess' : 'Weak';
  return {
    isWeak: true,
    sentence: `${word}, ${about}. Who guesses it can tell which pseudonym is whose. Random words to ${enoughBits} bits or more are safe.`,
  };
}
