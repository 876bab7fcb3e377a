/** Why a model that somebody wants to be read again was not queued. */
export const retryRefusals = [
  'queued', // it is in the queue already
  'complete', // nothing of it is missing
  'gone', // the site no longer has it
  'elsewhere', // another machine reads it
  'unknown', // it is not stored
] as const;
export type RetryRefusal = (typeof retryRefusals)[number];

/** What became of a request to read models again. Every model is counted once. */
export type RetryOutcome = {
  readonly queued: number;
  readonly refused: Readonly<Record<RetryRefusal, number>>;
  /**
   * When those that were queued are read: `now` by a crawl of them alone, `crawl` at the end of the one that is under way,
   * `later` by the next one that is started, as others wait in the queue, too.
   */
  readonly when: 'now' | 'crawl' | 'later';
};
