/** The last "Find most liked models", running or finished. A row of the database. */
export type DiscoveryState = {
  readonly minimumLikes: number;
  readonly startedAt: number;
  /** `null` while it runs. */
  readonly endedAt: number | null;
  readonly pages: number;
  /** Models listed with enough likes. One that moved in the list meanwhile may count twice. */
  readonly listed: number;
  /** Those that had not been captured before. */
  readonly newModels: number;
  readonly lastLikeCount: number | null;
  /** Likes of the first model. The progress is estimated from this and `lastLikeCount`. */
  readonly firstLikeCount: number | null;
  /** Why it ended before the list did, as shown to the user. */
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
