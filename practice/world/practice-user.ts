import { hostilePeople } from './hostile-texts';
import { pick, randomFrom } from './random';
import { hexUid, indexOfHexUid } from './uid';
import { firstNames, lastNames } from './words';

export type PracticeUser = {
  readonly index: number;
  /** 32 hex digits, or a short decimal number as in accounts of the early years. */
  readonly uid: string;
  /** Also unique; may contain `.`, `-` and `_`. */
  readonly username: string;
  readonly displayName: string;
  readonly account: 'free' | 'plus' | 'pro' | 'biz';
};

const oldest = 10_000; // the decimal ids begin here
const isEarly = (index: number) => index % 25 === 3;
const userSeed = (seed: number) => seed ^ 0x75736572; // differs from the models of the same seed

export function userAt(seed: number, index: number): PracticeUser {
  const own = userSeed(seed);
  const random = randomFrom(own, index);
  const [first, last] = [pick(random, firstNames), pick(random, lastNames)];
  const hostile = index % 12 === 5 ? hostilePeople[((index - 5) / 12) % hostilePeople.length] : undefined;
  return {
    index,
    uid: isEarly(index) ? String(oldest + index) : hexUid(own, index),
    username: `${plain(first)}${pick(random, ['.', '-', '_', ''])}${plain(last)}_${index.toString(36)}`,
    displayName: hostile ?? `${first} ${last}`,
    account: pick(random, ['free', 'free', 'free', 'plus', 'pro', 'biz']),
  };
}

/** The index in a uid. Invented uids give one too, so the caller compares the uids. */
export function userIndexOf(seed: number, uid: string): number {
  return /^[0-9a-f]{32}$/.test(uid) ? indexOfHexUid(userSeed(seed), uid) : Number(uid) - oldest;
}

export function userIndexOfUsername(username: string): number {
  return Number.parseInt(username.slice(username.lastIndexOf('_') + 1), 36);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[^A-Za-z]/g, '')
    .toLowerCase();
}
