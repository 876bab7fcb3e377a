import { htmlAnswer, jsonAnswer, notFoundJson, type Answer } from './answer';
import { likesAnswer, type Paging } from './api/likes';
import { siteModelAnswer, v3CategoriesAnswer, v3ModelAnswer, v3ModelsAnswer } from './api/models';
import { planFromPage, stateAnswer } from './control';
import { face } from './face';
import type { Faults } from './faults';
import { controlPage } from './html/control-page';
import { document } from './html/document';
import { hostilePage } from './html/hostile-page';
import { moreCards } from './html/list-view';
import { pageListOf } from './html/page-list';
import { viewOf } from './html/view-of';
import type { Ledger } from './ledger';
import type { SiteRequest } from './site-request';
import { staticFile } from './static-file';
import { thumbnail } from './thumbnail';
import type { World } from './world/world';

export type SiteParts = {
  readonly world: World;
  readonly ledger: Ledger;
  readonly faults: Faults;
  readonly paging: Paging;
};

/** The good response to a request. */
export function route(parts: SiteParts, request: SiteRequest): Answer {
  const { method, path } = request;
  if (method === 'POST' && path.startsWith('/practice/faults/'))
    return planFromPage(parts.faults, lastOf(path));
  if (method !== 'GET' && method !== 'HEAD') return notAllowed;
  if (path === '/robots.txt') return { status: 200, headers: { 'content-type': 'text/plain' }, body: robots };
  if (path.startsWith('/i/')) return siteApi(parts, request);
  if (path.startsWith('/v3/')) return v3Api(parts, request);
  if (path.startsWith('/practice') || path === '/favicon.svg') return practice(parts, request);
  if (request.host === 'api.sketchfab.com') return notFoundJson;
  const view = viewOf(parts.world, request);
  const page = htmlAnswer(document(request, view), view.status);
  return { ...page, headers: { ...page.headers, 'content-security-policy': policy } };
}

// It disallows nothing that a crawl requests. For other rules, plan a `respond` for /robots.txt.
const robots = 'User-agent: *\nDisallow: /search\n';
const policy =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
const notAllowed: Answer = (() => {
  const refused = jsonAnswer({ detail: 'Method not allowed.' }, 405);
  return { ...refused, headers: { ...refused.headers, allow: 'GET, HEAD' } };
})();

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function siteApi({ world, paging }: SiteParts, request: SiteRequest): Answer {
  if (request.path === '/i/likes') return likesAnswer(world, request, paging);
  if (/^\/i\/models\/[^/]+$/.test(request.path)) return siteModelAnswer(world, request, lastOf(request.path));
  return notFoundJson;
}

function v3Api({ world }: SiteParts, request: SiteRequest): Answer {
  if (request.path === '/v3/models') return v3ModelsAnswer(world, request);
  if (request.path === '/v3/categories') return v3CategoriesAnswer(request);
  if (/^\/v3\/models\/[^/]+$/.test(request.path)) return v3ModelAnswer(world, request, lastOf(request.path));
  return notFoundJson;
}

/** The practice site's own pages, which the real site does not have. */
function practice(parts: SiteParts, request: SiteRequest): Answer {
  const { world } = parts;
  const { path } = request;
  const picture = /^\/practice\/(thumb|face)\/([0-9A-Za-z]{1,40})\.svg$/.exec(path);
  if (picture) return svg(picture[1] === 'thumb' ? thumbnail(picture[2]!) : face(picture[2]!));
  if (path === '/favicon.svg') return svg(thumbnail('favicon'));
  if (path.startsWith('/practice/pages/')) return staticFile(lastOf(path)) ?? notFoundJson;
  if (path === '/practice') return htmlAnswer(controlPage);
  if (path === '/practice/state.json') return stateAnswer(parts);
  if (path === '/practice/hostile') return htmlAnswer(hostilePage(world.seed));
  if (path === '/practice/view') return pieceOfPage(request, (shown) => viewOf(world, shown));
  if (path === '/practice/cards') {
    return pieceOfPage(request, (shown) => {
      const list = pageListOf(world, shown);
      return list && moreCards(world, shown, list, Number(request.query.get('from')));
    });
  }
  return notFoundJson;
}

/** For in-page navigation: a part of the page at the address in `of`. */
function pieceOfPage(request: SiteRequest, piece: (shown: SiteRequest) => unknown): Answer {
  const { pathname, searchParams } = new URL(request.query.get('of') ?? '/', request.site);
  const found = piece({ ...request, path: pathname, query: searchParams });
  return found === undefined ? notFoundJson : jsonAnswer(found);
}

function svg(body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' },
    body,
  };
}
