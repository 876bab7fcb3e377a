export type LeakKind = 'user id' | 'user name' | 'key' | 'passphrase';

/** Something that is not meant to leave, at its place in what was written. */
export type Leak = {
  readonly kind: LeakKind;
  /** The file of the zip. */
  readonly path: string;
  /** From 1; of a Parquet column the row in its row group, and `null` in bytes that have no lines. */
  readonly line: number | null;
  /**
   * What stands around it, for the eyes of the person who exports, after the id of the row where the row has one;
   * `null` for secrets, which are shown nowhere.
   */
  readonly excerpt: string | null;
};

export type LeakReport = {
  /** These block the download. At most `shownLeaks` of them. */
  readonly leaks: readonly Leak[];
  readonly leakCount: number;
  /**
   * Names, tags and categories that are equal to a user name, in small letters, at most `shownLeaks` of them. Most
   * are no leak: "dragon" is a tag, and somebody's name too.
   */
  readonly mentions: readonly string[];
  readonly mentionCount: number;
};

export const shownLeaks = 100;

/** Neither its message nor its name holds what leaked. */
export class LeakError extends Error {
  override readonly name = 'LeakError';
  constructor(readonly report: LeakReport) {
    super(leakMessage(report));
  }
}

/** Throws a LeakError when anything was found that blocks. */
export function refuseLeaks(report: LeakReport): void {
  if (report.leakCount > 0) throw new LeakError(report);
}

const advice: Readonly<Record<LeakKind, string>> = {
  'user id': 'Exclude the model whose name, tag or category holds it, and export again.',
  'user name': 'Exclude the user or the model, and export again.',
  key: 'Nothing was saved. Use a longer key, or exclude the model that holds it.',
  passphrase: 'Nothing was saved. Choose a passphrase that is no word of the data.',
};

function leakMessage({ leaks, leakCount }: LeakReport): string {
  const [first] = leaks;
  if (!first) return 'the dataset holds what must not leave';
  const others = leakCount > 1 ? `, and ${leakCount - 1} more` : '';
  const place = first.line === null ? first.path : `${first.path}, line ${first.line}`;
  return `A raw ${first.kind} stands in ${place}${others}. ${advice[first.kind]}`;
}
