import type { Generation, SiteRequest } from '../site-request';
import { categories } from '../world/categories';
import { escape } from './escape';
import type { View } from './view';

/** A whole page for a first load. */
export function document(request: SiteRequest, view: View): string {
  const { generation, site } = request;
  return `<!doctype html>
<html lang="en" data-gen="${generation}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${escape(view.title)}</title>
  ${view.head}
  <link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/practice/pages/frame.css"><link rel="stylesheet" href="/practice/pages/gallery.css"><link rel="stylesheet" href="/practice/pages/model.css">
  <script type="module" src="/practice/pages/gallery.js"></script>
</head>
<body class="${view.bodyClass}">
  <p class="p-banner">Practice site, made-up models and people</p>
  ${topBar(site, request.query.get('q') ?? '')}
  <main id="view">${view.main}</main>
  ${bottomBar(request)}
  ${prefetchedNodes[generation](view.prefetched)}
  ${speculationRules(request.query.get('prerender'))}
</body>
</html>`;
}

/** Links to every category, like the site's menu: they say nothing about the model on the page. */
function topBar(site: string, searched: string): string {
  const menu = categories.map(
    ({ slug, name }) => `<a href="${site}/3d-models/categories/${slug}">${escape(name)}</a>`,
  );
  return `<header class="p-top"><a class="p-brand" href="${site}/3d-models/popular">Practice Gallery</a>
    <nav aria-label="Main"><a href="${site}/3d-models/popular">Most liked</a><a href="${site}/3d-models/staffpicks">Staff picks</a>
      <details class="p-menu"><summary>Categories</summary><div>${menu.join('')}</div></details></nav>
    <form class="p-search" action="/search" role="search"><input type="search" name="q" aria-label="Search models" placeholder="Search models" value="${escape(searched)}"></form>
  </header>`;
}

function bottomBar({ site, path, generation }: SiteRequest): string {
  const years: readonly [Generation, string][] = [
    ['2016', '2016'],
    ['2018', '2018'],
    ['2019', '2019 to now'],
  ];
  const links = years.map(([gen, label]) =>
    gen === generation
      ? `<b>${label}</b>`
      : `<a data-reload href="${site}${escape(path)}?gen=${gen}">${label}</a>`,
  );
  return `<footer class="p-bottom"><p>Markup of ${links.join(' · ')}</p>
    <p><a href="${site}/tags/lowpoly">#lowpoly</a> <a href="${site}/tags/scan">#scan</a> <a data-reload href="/practice">Behind the scenes</a></p></footer>`;
}

/** `?prerender=/some/path` asks the browser to load that page in advance, as a site may do for links it expects to be followed. */
function speculationRules(path: string | null): string {
  if (path === null) return '';
  const rules = { prerender: [{ source: 'list', urls: [path], eagerness: 'immediate' }] };
  return `<script type="speculationrules">${inScript(rules)}</script>`;
}

/** The page's JSON as in its generation: none, an inline script, or a comment full of entities. */
const prefetchedNodes: Record<Generation, (prefetched: View['prefetched']) => string> = {
  '2016': () => '',
  '2018': (prefetched) => {
    const lines = Object.entries(prefetched).map(
      ([path, answer]) => `prefetchedData[ ${inScript(path)} ] = ${inScript(answer)};`,
    );
    return `<script>var prefetchedData = {};\n${lines.join('\n')}</script>`;
  },
  '2019': (prefetched) =>
    `<div class="dom-data-container" style="display:none;" id="js-dom-data-prefetched-data"><!--${escape(JSON.stringify(prefetched))}--></div>`,
};

const inScript = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
