import type { TakenIn } from '../../store/read-taken-in';
import { sayCount } from '../words/say-count';

type SaidTakenIn = {
  /** `null` for imports of which no like was taken in, or none under a key that is told. */
  readonly keyId: string | null;
  readonly imports: string;
  readonly likes: string;
};

/** What was taken in so far, key by key: a download goes by one key, and leaves out what goes by another. */
export function sayTakenIn(takenIn: readonly TakenIn[]): readonly SaidTakenIn[] {
  const keyOf = ({ keyId, likes }: TakenIn) => (likes > 0 ? keyId : null);
  return [...new Set(takenIn.map(keyOf))].map((keyId) => {
    const imports = takenIn.filter((one) => keyOf(one) === keyId);
    const likes = imports.reduce((sum, one) => sum + one.likes, 0);
    return {
      keyId,
      imports: sayCount(imports.length, 'import'),
      likes: likes > 0 ? sayCount(likes, 'like') : 'no likes, only facts of models',
    };
  });
}
