import { slugAndUid } from '../api/model-json';
import type { Generation } from '../site-request';
import type { PracticeModel } from '../world/practice-model';
import type { PracticeUser } from '../world/practice-user';
import { abbreviate } from './abbreviate';
import { escape } from './escape';

/** What a card shows. Classes that begin with `p-` are only for looks; all others occur in pages of the real site. */
export type CardFacts = {
  readonly model: PracticeModel;
  readonly owner: PracticeUser;
  readonly site: string;
};

/** One card of a list, in the markup of its generation. */
export function card(generation: Generation, facts: CardFacts): string {
  return cards[generation](facts);
}

const cards: Record<Generation, (facts: CardFacts) => string> = {
  '2016': card2016,
  '2018': card2018,
  '2019': card2019,
};

export function modelUrl(generation: Generation, site: string, model: PracticeModel): string {
  return generation === '2019' ? `${site}/3d-models/${slugAndUid(model)}` : `${site}/models/${model.uid}`;
}

function card2016({ model, owner, site }: CardFacts): string {
  const [name, url] = [escape(model.name), modelUrl('2016', site, model)];
  return `<li class="item" data-uid="${model.uid}">
    <meta itemprop="name" content="${name}">
    ${thumbnail(model, site, `<a class="p-thumb" href="${url}">`)}
    <div class="p-text"><a class="p-name" href="${url}">${name}</a>
      <div class="p-owner">${model.isOrganisations ? 'an organisation' : escape(owner.username)}</div>
      <div class="help like-button star-like-button popover-container model-card-like-button model-card-stats p-likes">${abbreviate(model.likeCount)}</div>
    </div>
  </li>`;
}

function card2018({ model, owner, site }: CardFacts): string {
  const [name, url] = [escape(model.name), modelUrl('2018', site, model)];
  const count = (value: number) => `<span class="count">\n          ${abbreviate(value)}\n      </span>`;
  return `<li class="item --hidden " data-uid="${model.uid}">
    <div class="card card-model" itemscope itemtype="http://schema.org/MediaObject">
      <meta itemprop="name" content="${name}" />
      <meta itemprop="commentCount" content="${model.commentCount}" />
      ${thumbnail(model, site, `<a class="card-model__thumbnail-link p-thumb" href="${url}">`)}
      <div class="p-text"><a class="model-name__label p-name" title="${name}" href="${url}">${name}</a>
        ${ownerLink({ model, owner, site }, '')}
        <div class="like-button star-like-button card__footer__stats --likes p-likes">${count(model.likeCount)}</div>
      </div>
    </div>
  </li>`;
}

function card2019(facts: CardFacts): string {
  const { model, owner, site } = facts;
  const [name, url] = [escape(model.name), modelUrl('2019', site, model)];
  const visit = `aria-label="Visit ${name} 3D model" href="${url}"`;
  const pick =
    '<meta itemprop="award" content="Staff Pick"><span class="flag --staffpicked p-flag">Staff pick</span>';
  return `<div class="c-grid__item item"><div class="card card-model pw_M_MRp" itemscope itemtype="http://schema.org/3DModel" data-uid="${model.uid}">
    <meta itemprop="name" content="${name}"><meta itemprop="isFamilyFriendly" content="${String(!model.isAgeRestricted)}">
    <meta itemprop="url" content="${url}">
    ${thumbnail(model, site, `<a class="card-model__thumbnail-link p-thumb" ${visit}>`)}
    ${model.isStaffPicked ? pick : ''}${model.isAgeRestricted ? '<span class="flag --restricted p-flag">18+</span>' : ''}
    <div class="p-text"><a class="model-name__label p-name" title="${name}" href="${url}">${name}</a>
      ${ownerLink(facts, `aria-label="Visit ${escape(owner.username)} profile"`)}
      ${isJustPicked(model) ? congratulations(url) : counts(model)}
    </div>
  </div></div>`;
}

/** A new staff pick shows congratulations instead of counts. */
const isJustPicked = (model: PracticeModel) => model.isStaffPicked && model.index % 3 === 0;
const congratulations = (url: string) =>
  `<a class="card-model__congrats-link p-owner" href="${url}">Wish them well</a>`;

/** Empty at first: the page's script draws the numbers shortly after the card comes into view. */
function counts({ likeCount, viewCount, commentCount }: PracticeModel): string {
  const late = (count: number) => `<span class="count" data-late="${abbreviate(count)}"></span>`;
  return `<div class="p-stats">
      <span class="card__footer__stats --views p-views">${late(viewCount)}</span>
      <a class="card__footer__stats --comments p-comments" href="#comments"><span class="count">${commentCount}</span></a>
      <div class="c-like-button c-star-like-button card__footer__stats --likes p-likes">${late(likeCount)}</div>
    </div>`;
}

/** Models of an organisation have no such link. */
function ownerLink({ model, owner, site }: CardFacts, label: string): string {
  if (model.isOrganisations) return '<span class="p-owner">Museum of Practice</span>';
  const href = `href="${site}/${owner.username}"`;
  return `<a class="card__footer__avatar p-owner" ${label} ${href} data-user="${owner.uid}">${escape(owner.username)}</a>`;
}

function thumbnail({ uid }: PracticeModel, site: string, link: string): string {
  return `${link}<img src="${site}/practice/thumb/${uid}.svg" width="640" height="360" loading="lazy" alt=""></a>`;
}
