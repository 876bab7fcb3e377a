import type { Simulation } from '../simulation';
import type { Ack } from '../site/history';

/** The last sweep through a model's list that was completed. */
export type ReadList = {
  readonly modelUid: string;
  readonly isComplete: boolean;
  /** Those who liked it from before the first page until after the last one. */
  readonly persisting: readonly string[];
  /**
   * The number of likes shown had already changed when the first page left the site, and the list has just as many
   * users: a new like in that second can make up for one that an unlike hid later. No crawler could notice.
   */
  readonly isByAccident: boolean;
};

/**
 * What each list read to its end claims if it is `complete`: everything liked from before its first page until
 * after its last one. The times come from the wire, not from the store.
 */
export async function readLists(sim: Simulation): Promise<ReadList[]> {
  const pages = pagesByModel(sim.history.acks);
  return (await sim.db.models.toArray()).flatMap(({ uid, state }): ReadList[] => {
    const sweep = lastSweep(pages.get(uid) ?? []);
    const moments = sweep.map(({ sent }) => sent?.servedAt).filter((moment) => moment !== undefined);
    if (moments.length === 0) {
      if (state === 'complete') throw new Error(`${uid} is complete, and no page of it was ever read`);
      return [];
    }
    const { ledger } = sim.site.models.get(uid)!;
    const persisting = ledger.throughout(Math.min(...moments), Math.max(...moments));
    const likesBefore = sweep.at(-1)!.request.likesBefore?.count;
    const users = new Set(sweep.flatMap(({ page }) => page.userUids));
    const isByAccident = users.size === likesBefore && ledger.at(moments[0]!).length !== likesBefore;
    return [{ modelUid: uid, isComplete: state === 'complete', persisting, isByAccident }];
  });
}

type PageAck = Extract<Ack, { did: 'page' }>;

function pagesByModel(acks: readonly Ack[]): ReadonlyMap<string, readonly PageAck[]> {
  const pages = new Map<string, PageAck[]>();
  for (const ack of acks) {
    if (ack.did !== 'page') continue;
    const { modelUid } = ack.request;
    const own = pages.get(modelUid) ?? [];
    own.push(ack);
    pages.set(modelUid, own);
  }
  return pages;
}

function lastSweep(pages: readonly PageAck[]): readonly PageAck[] {
  const last = pages.filter(({ page }) => page.after.end !== 'not-yet').at(-1);
  return pages.filter(({ request }) => request.sweep === last?.request.sweep);
}
