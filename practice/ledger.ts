/** One request as the server saw it: the oracle for "nothing lost, nothing requested twice, nothing requested too soon". */
export type LedgerEntry = {
  /** Arrival, ms since 1970. */
  readonly at: number;
  readonly method: string;
  /** Without the port. */
  readonly host: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly cookie: string | null;
  readonly origin: string | null;
  readonly referer: string | null;
  readonly userAgent: string | null;
  readonly secFetchDest: string | null;
  /** `null` until there is one; 0 if the connection was cut before. */
  status: number | null;
  /** The name of the fault that was applied. */
  fault: string | null;
  /** When the last byte was sent or the connection broke, ms since 1970. */
  finishedAt: number | null;
};

export type Ledger = {
  readonly entries: readonly LedgerEntry[];
  /** All requests to `/i/` and `/v3/`, by any method. The practice pages make none. */
  apiRequests(): LedgerEntry[];
  /** The requests for lists of likers, of one model if given. */
  likesRequests(modelUid?: string): LedgerEntry[];
  record(entry: LedgerEntry): void;
  clear(): void;
};

export function createLedger(): Ledger {
  const entries: LedgerEntry[] = [];
  const isApi = ({ path }: LedgerEntry) => path.startsWith('/i/') || path.startsWith('/v3/');
  const isLikes = ({ path, query }: LedgerEntry, modelUid: string | undefined) =>
    path === '/i/likes' && (modelUid === undefined || query.get('model') === modelUid);
  return {
    entries,
    apiRequests: () => entries.filter(isApi),
    likesRequests: (modelUid) => entries.filter((entry) => isLikes(entry, modelUid)),
    record: (entry) => entries.push(entry),
    clear: () => entries.splice(0),
  };
}
