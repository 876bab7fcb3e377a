import type { Leak, LeakKind } from '../../dataset/leak-scan/leak-report';
import { message, type PlainKey } from '../../i18n/message';

type LeaksOfKind = {
  readonly kind: LeakKind;
  readonly headline: string;
  readonly advice: string;
  readonly leaks: readonly Leak[];
};

const keys: Readonly<Record<LeakKind, readonly [headline: PlainKey, advice: PlainKey]>> = {
  userId: ['leaks_userId', 'leaks_userIdAdvice'],
  userName: ['leaks_userName', 'leaks_userNameAdvice'],
  key: ['leaks_key', 'leaks_keyAdvice'],
  passphrase: ['leaks_passphrase', 'leaks_passphraseAdvice'],
};

/** Why a dataset was not saved, by kind of leak, with what to do about each. */
export function leaksByKind(leaks: readonly Leak[]): readonly LeaksOfKind[] {
  const kinds = Object.keys(keys) as LeakKind[];
  return kinds
    .map((kind) => {
      const [headline, advice] = keys[kind];
      const ofKind = leaks.filter((leak) => leak.kind === kind);
      return { kind, headline: message(headline), advice: message(advice), leaks: ofKind };
    })
    .filter(({ leaks: ofKind }) => ofKind.length > 0);
}

export function placeText({ path, line }: Pick<Leak, 'path' | 'line'>): string {
  return line === null ? path : message('leaks_line', { path, line });
}
