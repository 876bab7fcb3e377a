/** The last "Find most liked models", under way or over. A row of the database. */
export type DiscoveryState = {
  readonly minimumLikes: number;
  readonly startedAt: number;
  /** `null` while it goes on. */
  readonly endedAt: number | null;
  readonly pages: number;
  /** Models listed with enough likes; one that moved in the list meanwhile may count twice. */
  readonly listed: number;
  /** Those of them that nobody had captured before. */
  readonly newModels: number;
  readonly lastLikeCount: number | null;
  /** Likes of the first model of the list: with the last, the slope by which the rest is estimated. */
  readonly firstLikeCount: number | null;
  /** Why it ended before the list did, as a person reads it. */
  readonly error: string | null;
};

export function beginDiscovery(minimumLikes: number, startedAt: number): DiscoveryState {
  return {
    minimumLikes,
    startedAt,
    endedAt: null,
    pages: 0,
    listed: 0,
    newModels: 0,
    lastLikeCount: null,
    firstLikeCount: null,
    error: null,
  };
}
