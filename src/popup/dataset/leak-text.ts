import type { Leak, LeakKind } from '../../dataset/leak-scan/leak-report';

type SaidLeaks = {
  readonly kind: LeakKind;
  readonly headline: string;
  readonly advice: string;
  readonly leaks: readonly Leak[];
};

const words: Readonly<Record<LeakKind, Pick<SaidLeaks, 'headline' | 'advice'>>> = {
  'user id': {
    headline: 'The id of a user, as Sketchfab has it',
    advice:
      'Most likely a model has it in its name, tags or categories: leave that model out, and download again.',
  },
  'user name': {
    headline: 'The name of a user',
    advice: 'Leave out the user, or the model that has the name in it, and download again.',
  },
  key: {
    headline: 'The key of the pseudonyms',
    advice: 'A key so short is found in words by chance: take a longer one, or leave out the model.',
  },
  passphrase: {
    headline: 'The passphrase of the pseudonyms',
    advice: 'Take a passphrase that is no word of the data.',
  },
};

/** What kept a dataset from being saved: by kind, with what to do about each. */
export function leakText(leaks: readonly Leak[]): readonly SaidLeaks[] {
  const kinds = Object.keys(words) as LeakKind[];
  return kinds
    .map((kind) => ({ kind, ...words[kind], leaks: leaks.filter((leak) => leak.kind === kind) }))
    .filter(({ leaks }) => leaks.length > 0);
}
