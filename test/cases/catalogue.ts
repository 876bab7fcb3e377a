import type { Answer } from '../../src/sketchfab/answer';
import { startDiscovery } from '../../src/store/control-crawl';
import { readState } from '../../src/store/states';
import { Rig } from '../crawl/rig';
import { json, modelUid } from '../crawl/small-world';

export type Row = { readonly uid: string; readonly likeCount?: number };
type Page = { readonly results: readonly Row[]; readonly next: string | null };

export const isListing = (url: URL): boolean => url.pathname === '/v3/models';
export const cursorsAsked = (rig: Rig): (string | null)[] =>
  rig.world.asked
    .map(({ url }) => new URL(url))
    .filter(isListing)
    .map((url) => url.searchParams.get('cursor'));

/** Models with these numbers of likes, in list order. */
export const rowsOf = (likes: readonly number[]): Row[] =>
  likes.map((likeCount, i) => ({ uid: modelUid(i), likeCount }));

/** A catalogue of what `rows` currently returns, 24 a page. */
export function listed(rows: () => readonly Row[]): (cursor: string | null) => Page {
  return (cursor) => {
    const from = Number(cursor?.slice(1) ?? 0);
    const next = from + 24 < rows().length ? `p${from + 24}` : null;
    return { results: rows().slice(from, from + 24), next };
  };
}

/** A rig whose catalogue is `page`, with a discovery started. */
export async function discovering(page: (cursor: string | null) => Page, minimumLikes = 5): Promise<Rig> {
  const rig = new Rig([]);
  await rig.knowRules();
  rig.world.answer = (url) => (isListing(url) ? answered(page(url.searchParams.get('cursor'))) : undefined);
  await startDiscovery(rig.db, minimumLikes, rig.time);
  return rig;
}

function answered({ results, next }: Page): Answer {
  const models = results.map((row) => ({ ...row, name: 'A model', tags: [], categories: [] }));
  return json({ results: models, cursors: { next, previous: null }, next: null });
}

export const discoveryOf = (rig: Rig) => readState(rig.db, 'discovery');
