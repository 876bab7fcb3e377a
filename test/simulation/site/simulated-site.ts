import type { Answer } from '../../../src/sketchfab/answer';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { json, modelUid, status } from '../../crawl/small-world';
import { type Like, LikeLedger } from './like-ledger';

/** How the site links to the next page of likes: three forms, with cursors that count rows or name one. */
export type Paging = 'offset' | 'truthy' | 'next-url' | 'cursors' | 'keyset';

export type SimModel = {
  readonly uid: ModelUid;
  readonly ledger: LikeLedger;
  /** The error of the number of likes shown, as it is wrong if accounts were closed. */
  readonly shownOffset: number;
};

const perPage = 24;

/** Sketchfab as a function of time: its responses when all is well. */
export class SimulatedSite {
  readonly models = new Map<string, SimModel>();
  robots: { readonly status: number; readonly text: string } = { status: 404, text: '' };

  constructor(readonly paging: Paging) {}

  add(users: readonly string[], shownOffset = 0): SimModel {
    const uid = modelUid(this.models.size);
    const model = { uid, ledger: new LikeLedger(users), shownOffset };
    this.models.set(uid, model);
    return model;
  }

  shown({ ledger, shownOffset }: SimModel, moment: number): number {
    return Math.max(0, ledger.at(moment).length + shownOffset);
  }

  answer(url: string, moment: number): Answer {
    const { hostname, pathname, searchParams } = new URL(url);
    if (pathname === '/robots.txt')
      return status(this.robots.status, { contentType: 'text/plain', body: this.robots.text });
    if (pathname === '/v3/models') return this.#listing(searchParams, moment);
    const uid = hostname.startsWith('api.') ? pathname.split('/').at(-1) : searchParams.get('model');
    const model = this.models.get(uid ?? '');
    if (!model) return status(404, { body: '{"detail":"Not found."}' });
    if (hostname.startsWith('api.')) return json(this.#facts(model, moment));
    return json(this.#page(model, searchParams, moment));
  }

  #facts(model: SimModel, moment: number) {
    const { uid } = model;
    const labels = { tags: [{ name: 'robot', slug: 'robot' }], categories: [] };
    return {
      uid,
      name: `Model ${uid}`,
      likeCount: this.shown(model, moment),
      ...labels,
      extra: { deep: [1] },
    };
  }

  #listing(query: URLSearchParams, moment: number): Answer {
    const counted = [...this.models.values()].map((model) => ({ model, shown: this.shown(model, moment) }));
    counted.sort((a, b) => b.shown - a.shown || (a.model.uid < b.model.uid ? -1 : 1));
    const from = Number(query.get('cursor') ?? 0);
    const results = counted
      .slice(from, from + perPage)
      .map(({ model }) => ({ ...this.#facts(model, moment), user: { uid: 'a'.repeat(32) } }));
    const next = from + perPage < counted.length ? String(from + perPage) : null;
    const url = next && `https://api.sketchfab.com/v3/models?cursor=${next}&sort_by=-likeCount`;
    return json({ results, next: url, cursors: { next, previous: null } });
  }

  #page({ uid, ledger }: SimModel, query: URLSearchParams, moment: number) {
    const likes = ledger.at(moment);
    const cursor = query.get('cursor');
    const from = this.#placeOf(likes, cursor, query.get('offset'));
    const to = from + perPage;
    const shown = likes.slice(from, to);
    const results = shown.map(({ user }) => ({ uid: user, username: `name-of-${user}` }));
    const hasMore = to < likes.length;
    const base = `https://sketchfab.com/i/likes?model=${uid}`;
    switch (this.paging) {
      case 'offset':
        return { results, next: hasMore ? `${base}&count=24&offset=${to}` : null };
      case 'truthy':
        return { results, next: hasMore };
      case 'next-url':
        return { results, next: hasMore ? `${base}&cursor=o${to}` : null };
      case 'cursors':
        return { results, next: null, cursors: { next: hasMore ? `o${to}` : null, previous: null } };
      case 'keyset':
        return { results, cursors: { next: hasMore ? `k${shown.at(-1)!.serial}` : '' } };
    }
  }

  #placeOf(likes: readonly Like[], cursor: string | null, offset: string | null): number {
    if (cursor === null) return Number(offset ?? 0);
    if (cursor.startsWith('o')) return Number(cursor.slice(1));
    const place = likes.findIndex(({ serial }) => serial < Number(cursor.slice(1)));
    return place < 0 ? likes.length : place;
  }
}
