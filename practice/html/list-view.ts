import { listModels } from '../list-models';
import type { Generation, SiteRequest } from '../site-request';
import type { World } from '../world/world';
import { card } from './card';
import { escape } from './escape';
import type { PageList } from './page-list';
import type { View } from './view';

const perPage = 24;

/** A page with the first cards of a list; `moreCards` returns the next ones. */
export function listView(world: World, request: SiteRequest, list: PageList): View {
  const { cards, next } = moreCards(world, request, list, 0);
  const main = `<header class="p-head"><h1>${escape(list.heading)}</h1><p>${escape(list.lead)}</p></header>
    ${grids[request.generation](cards || '<p class="p-empty">Nothing here yet.</p>')}
    <div class="c-grid__button --next"${next === null ? ' hidden' : ''}><button type="button" data-next="${next ?? ''}">Load more</button></div>
    ${request.generation === '2019' ? people(world, request) : ''}`;
  return {
    title: `${list.heading} · Practice Gallery`,
    bodyClass: 'list-page',
    main,
    head: '',
    prefetched: { '/i/users/me': { isAnonymous: true }, '/i/features': {} },
    status: 200,
  };
}

/** The cards from a position on, and the position after them. */
export function moreCards(world: World, { generation, site }: SiteRequest, list: PageList, from: number) {
  const { models, next } = listModels(world, (model) => list.fits(model), { from, count: perPage });
  const cards = models.map((model) => card(generation, { model, owner: world.ownerOf(model), site }));
  return { cards: cards.join('\n'), next };
}

const grids: Record<Generation, (cards: string) => string> = {
  '2016': (cards) => `<div class="infinite-grid"><ul class="p-grid" data-cards>${cards}</ul></div>`,
  '2018': (cards) => `<ul class="items p-grid" data-cards>${cards}</ul>`,
  '2019': (cards) => `<div class="c-grid"><div class="c-grid__items p-grid" data-cards>${cards}</div></div>`,
};

/** Widgets that have a `data-uid` although they are not models. */
function people(world: World, { site }: SiteRequest): string {
  const some = Array.from({ length: Math.min(6, world.userCount) }, (_, index) => world.userAt(index));
  const faces = some.map(
    ({ uid, username }) => `<a class="p-person" data-uid="${uid}" href="${site}/${username}">
      <img src="${site}/practice/face/${uid}.svg" width="40" height="40" alt="">${escape(username)}</a>`,
  );
  return `<aside class="p-people"><h2>People who like a lot</h2><div>${faces.join('')}</div></aside>`;
}
