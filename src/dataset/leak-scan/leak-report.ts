export type LeakReport = {
  /** The leaks that block the download, at most `shownLeaks` of them. */
  readonly leaks: readonly Leak[];
  readonly leakCount: number;
  /**
   * Names, tags and categories that equal a user name, in lower case, at most `shownLeaks` of them. Most are no leak:
   * "dragon" is a tag, and somebody's name too.
   */
  readonly mentions: readonly string[];
  readonly mentionCount: number;
};

/** Something that must not leave, and where it was found. */
export type Leak = {
  readonly kind: LeakKind;
  /** The file of the zip. */
  readonly path: string;
  /** From 1. In a Parquet column, the row within its row group; null in bytes that have no lines. */
  readonly line: number | null;
  /**
   * The leak and its surroundings, for the exporting person only, after the id of its row if the row has one. Null for
   * secrets, which are never shown.
   */
  readonly excerpt: string | null;
};

export type LeakKind = 'userId' | 'userName' | 'key' | 'passphrase';

export const shownLeaks = 100;

/** Its message, for developers, contains nothing that leaked; the popup words the report. */
export class LeakError extends Error {
  override readonly name = 'LeakError';
  constructor(readonly report: LeakReport) {
    super(leakMessage(report));
  }
}

/** Throws a LeakError if there is a leak that blocks. */
export function refuseLeaks(report: LeakReport): void {
  if (report.leakCount > 0) throw new LeakError(report);
}

function leakMessage({ leaks, leakCount }: LeakReport): string {
  const [first] = leaks;
  if (!first) return 'found what must not leave the browser';
  const location = first.line === null ? first.path : `${first.path}, line ${first.line}`;
  return `found ${first.kind} in ${location}${leakCount > 1 ? `, and ${leakCount - 1} more` : ''}`;
}
