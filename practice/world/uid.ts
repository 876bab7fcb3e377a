import { mix, randomFrom } from './random';
import { scramble, unscramble } from './scramble';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const hex8 = (value: number) => value.toString(16).padStart(8, '0');

/** 32 lowercase hex digits: the scrambled index first, then padding. */
export function hexUid(seed: number, index: number): string {
  return [scramble(seed, index), mix(seed, index, 1), mix(seed, index, 2), mix(seed, index, 3)]
    .map(hex8)
    .join('');
}

export function indexOfHexUid(seed: number, uid: string): number {
  return unscramble(seed, Number.parseInt(uid.slice(0, 8), 16));
}

/** Mixed case, as in the early years: padding first, the scrambled index in the last six characters. */
export function legacyUid(seed: number, index: number, length: 26 | 27): string {
  const random = randomFrom(seed, index, 62);
  const filling = Array.from({ length: length - 6 }, () => base62[Math.floor(random() * 62)]!);
  let rest = scramble(seed, index);
  const digits = Array.from({ length: 6 }, () => {
    const digit = base62[rest % 62]!;
    rest = Math.floor(rest / 62);
    return digit;
  });
  return [...filling, ...digits].join('');
}

export function indexOfLegacyUid(seed: number, uid: string): number {
  let scrambled = 0;
  for (let place = 1; place <= 6; place++) scrambled = scrambled * 62 + base62.indexOf(uid.at(-place)!);
  return unscramble(seed, scrambled >>> 0);
}
