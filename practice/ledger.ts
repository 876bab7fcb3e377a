/** One request as the server saw it: the oracle for "nothing lost, nothing asked twice, nothing asked too soon". */
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
  /** `null` until it is answered; 0 when the connection was cut before a status left. */
  status: number | null;
  /** The name of the fault that was played. */
  fault: string | null;
  /** When the last byte left or the connection broke, ms since 1970. */
  finishedAt: number | null;
};

export type Ledger = {
  readonly entries: readonly LedgerEntry[];
  /** Everything asked of `/i/` and `/v3/`, by any method. The practice pages ask for neither. */
  apiRequests(): LedgerEntry[];
  /** Those for lists of likers, of one model if given. */
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
