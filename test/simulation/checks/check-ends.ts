import { isSettled } from '../../../src/crawl/model-state';
import { readState } from '../../../src/store/states';
import type { Simulation } from '../simulation';
import { storedLikes } from '../store/stored-likes';
import { checkRows } from './check-rows';
import { expectedLists } from './expected-lists';
import { readLists } from './read-lists';

/** Throws if something is wrong once nothing is left to request. */
export async function checkEnds(sim: Simulation): Promise<void> {
  await checkRows(sim.db);
  for (const { uid, state } of await sim.db.models.toArray()) {
    if (!isSettled(state)) throw new Error(`no end: ${uid} is still ${state}`);
  }
  const stored = await storedLikes(sim.db);
  checkStored(sim, stored);
  await checkCounts(sim);
  for (const { modelUid, isComplete, persisting, isByAccident } of await readLists(sim)) {
    if (!isComplete || isByAccident) continue;
    const missing = persisting.filter((user) => !stored.get(modelUid)!.has(user));
    if (missing.length > 0) throw new Error(`incomplete: ${modelUid} lacks ${missing.length} likes`);
  }
}

/** Checks that everything acknowledged is stored, nothing else is, and all of it existed in the world. */
function checkStored(sim: Simulation, stored: ReadonlyMap<string, ReadonlySet<string>>): void {
  const expected = expectedLists(sim.history.acks);
  for (const [uid, users] of stored) {
    const acknowledged = expected.get(uid)?.users ?? new Set();
    const lost = [...acknowledged].filter((user) => !users.has(user));
    if (lost.length > 0) throw new Error(`lost: ${uid} lacks ${lost.length} acknowledged likes`);
    const ever = sim.site.models.get(uid)!.ledger.everBefore(sim.scheduler.now);
    const odd = [...users].filter((user) => !acknowledged.has(user) || !ever.has(user));
    if (odd.length > 0) throw new Error(`made up: ${uid} has ${odd.length} likes nobody gave`);
  }
}

/** Compares the totals that cannot be counted from rows with what was acknowledged. */
async function checkCounts({ db, history }: Simulation): Promise<void> {
  const { requests, likesPages, sweeps } = await readState(db, 'counters');
  const pages = history.acks.filter((ack) => ack.did === 'page');
  const expected = {
    requests: history.acks.filter(({ did, ...ack }) => did !== 'other' || ack.request !== null).length,
    likesPages: pages.length,
    sweeps: pages.filter(({ page }) => page.after.end !== 'not-yet').length,
  };
  for (const [name, count] of Object.entries({ requests, likesPages, sweeps })) {
    const wanted = expected[name as keyof typeof expected];
    if (count !== wanted) throw new Error(`counters: ${name} is ${count}, and ${wanted} were acknowledged`);
  }
}

/** After every list was read again in a calm world, expects exactly the truth, unless the site contradicts itself. */
export async function checkTruth(sim: Simulation): Promise<void> {
  const stored = await storedLikes(sim.db);
  for (const { uid, state, cause } of await sim.db.models.toArray()) {
    if (state === 'gone') continue;
    const { ledger, shownOffset } = sim.site.models.get(uid)!;
    const truth = ledger.at(sim.scheduler.now).map(({ user }) => user);
    const users = stored.get(uid)!;
    const missing = truth.filter((user) => !users.has(user)).length;
    if (missing > 0) throw new Error(`untrue: ${uid} lacks ${missing} likes in a calm world`);
    if (shownOffset !== 0) continue;
    if (state !== 'complete') throw new Error(`untrue: ${uid} is ${state} (${cause ?? ''}) in a calm world`);
    if (users.size !== truth.length) throw new Error(`untrue: ${uid} keeps likes that were taken back`);
  }
}
