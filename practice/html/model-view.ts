import { siteModelJson } from '../api/model-json';
import { listModels } from '../list-models';
import type { SiteRequest } from '../site-request';
import type { PracticeModel } from '../world/practice-model';
import type { World } from '../world/world';
import { card, modelUrl } from './card';
import { escape } from './escape';
import { isListed } from '../list-models';
import type { View } from './view';

/** The page of one model. */
export function modelView(world: World, request: SiteRequest, model: PracticeModel): View {
  const { site, generation } = request;
  const owner = world.ownerOf(model);
  const by = model.isOrganisations ? 'Museum of Practice' : owner.username;
  const main = `<article class="p-model">
    <div class="p-columns"><div>
      <div class="p-stage"><img src="${site}/practice/thumb/${model.uid}.svg" width="640" height="360" alt=""></div>
      <h1><span class="model-name__label" itemprop="name">${escape(model.name)}</span></h1>
      <p class="p-by">by <a href="${site}/${owner.username}"><span class="username-wrapper" itemprop="name">${escape(by)}</span></a></p>
      <p class="p-figures"><span class="p-likes">${number(model.likeCount)}</span>
        <span class="p-views">${number(model.viewCount)}</span><span class="p-comments">${number(model.commentCount)}</span></p>
      <section class="model-meta-row publication"><h2>Published</h2>
        <span class="tooltip">${model.publishedAt.toISOString().slice(0, 10)}</span></section>
      ${links(
        'tags',
        'Tags',
        model.tags.map((tag) => [`${site}/tags/${encodeURIComponent(tag.slug)}`, tag.name]),
      )}
      ${links(
        'categories',
        'Categories',
        model.categories.map((one) => [`${site}/3d-models/categories/${one.slug}`, one.name]),
      )}
    </div>
    <aside class="p-related"><h2>More to see</h2>${related(world, request, model)}</aside></div>
  </article>`;
  return {
    title: `${model.name} · Practice Gallery`,
    bodyClass: 'model-page',
    main,
    head: head(model, modelUrl(generation, site, model)),
    prefetched: {
      [`/i/models/${model.uid}`]: siteModelJson(world, model, site),
      '/i/users/me': { isAnonymous: true },
    },
    status: 200,
  };
}

const number = (count: number) => count.toLocaleString('en');

/** The rows of tags and categories. The markup is known for 2016 and assumed for today. */
function links(
  kind: 'tags' | 'categories',
  heading: string,
  of: readonly (readonly [string, string])[],
): string {
  const items = of.map(([href, text]) => `<li><a href="${href}">${escape(text)}</a></li>`);
  return `<section class="model-meta-row ${kind}"><h2>${heading}</h2><ul>${items.join('')}</ul></section>`;
}

function head(model: PracticeModel, url: string): string {
  const noAi = model.tags.some((tag) => tag.slug === 'noai');
  const keywords = model.categories.map((category) => ({ '@type': 'DefinedTerm', name: category.name }));
  const linked = JSON.stringify({ '@type': '3DModel', name: model.name, url, keywords }).replaceAll(
    '<',
    '\\u003c',
  );
  return `${noAi ? '<meta name="robots" content="noai, noimageai">' : ''}
  <script type="application/ld+json">${linked}</script>`;
}

/** Cards of other models, which are sightings too. */
function related(world: World, { generation, site }: SiteRequest, model: PracticeModel): string {
  const from = Math.floor((model.index * 7) % Math.max(1, world.modelCount - 8));
  const { models } = listModels(world, (other) => isListed(other) && other.uid !== model.uid, {
    from,
    count: 4,
  });
  if (generation !== '2019') {
    const cards = models.map((other) =>
      card(generation, { model: other, owner: world.ownerOf(other), site }),
    );
    return `<ul class="p-grid --small">${cards.join('')}</ul>`;
  }
  const small = models.map((other) => {
    const url = modelUrl(generation, site, other);
    return `<div class="model-smallcard" data-uid="${other.uid}">
      <a class="p-thumb" href="${url}" aria-label="Visit ${escape(other.name)} 3D model"><img src="${site}/practice/thumb/${other.uid}.svg" width="640" height="360" loading="lazy" alt=""></a>
      <a class="model-name__label p-name" title="${escape(other.name)}" href="${url}">${escape(other.name)}</a></div>`;
  });
  return `<div class="p-grid --small">${small.join('')}</div>`;
}
