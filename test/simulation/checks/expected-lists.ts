import type { Ack } from '../site/history';

/** The list of likes of each model, derived from acknowledgements by an independent version of the store's rules. */
export type ExpectedList = { sweep: number; users: Set<string> };

export function expectedLists(acks: readonly Ack[]): Map<string, ExpectedList> {
  const lists = new Map<string, ExpectedList>();
  const begun = new Map<string, Set<string>>();
  for (const ack of acks) {
    if (ack.did !== 'page' && ack.did !== 'give-up') continue;
    const { request } = ack;
    if (request.kind !== 'likes') continue;
    const { modelUid, sweep } = request;
    if (ack.did === 'page' && !lists.has(modelUid)) lists.set(modelUid, { sweep, users: new Set() });
    const list = lists.get(modelUid);
    if (!list) continue;
    const key = `${modelUid} ${sweep}`;
    const users = list.sweep === sweep ? list.users : (begun.get(key) ?? new Set<string>());
    begun.set(key, users);
    if (ack.did === 'page') for (const uid of ack.page.userUids) users.add(uid);
    const end = ack.did === 'page' ? ack.page.after : { end: 'settled', state: 'failed' };
    if (end.end === 'not-yet' || list.sweep === sweep) continue;
    if (end.end === 'settled' && end.state === 'complete') lists.set(modelUid, { sweep, users });
    else for (const uid of users) list.users.add(uid);
    begun.delete(key);
  }
  return lists;
}
