/** A place in a page that holds a value, and what is known about it. */
export type Place = {
  readonly selector: string;
  /** An attribute, or `text` for the text content. */
  readonly at: string;
  /** The site's words before and after the value, as in an `aria-label`. */
  readonly between?: readonly [string, string];
  /** The years in which the site used this markup. */
  readonly years: string;
  /** `sure`: from the site's own code or a real page of those years. `likely`: from one good source. */
  readonly certainty: 'sure' | 'likely';
};

/*
 * All selectors for the site's markup. Lists are in order of trust, and each selector matches a page in
 * test/fixtures/pages. Hashed classes such as `pw_M_MRp` change with every build of the site and are never used.
 */

/** Since about 2019 the card itself has `data-uid`; before, the list item around it did. Sure. */
export const cardSelector = '.card-model, .model-smallcard';
export const cardItemSelector = 'li.item';

export const cardPlaces = {
  name: [
    { selector: 'meta[itemprop="name"]', at: 'content', years: '2016 to now', certainty: 'sure' },
    { selector: '.model-name__label', at: 'title', years: '2018 to 2022', certainty: 'sure' },
    { selector: '.model-name__label', at: 'text', years: '2018 to 2022', certainty: 'sure' },
    {
      selector: 'a[aria-label^="Visit "][aria-label$=" 3D model"]',
      at: 'aria-label',
      between: ['Visit ', ' 3D model'],
      years: '2022 to now',
      certainty: 'sure',
    },
  ],
  likeCount: [
    { selector: '.card__footer__stats.--likes .count', at: 'text', years: '2018 to now', certainty: 'sure' },
    { selector: '.model-card-like-button', at: 'text', years: '2016', certainty: 'sure' },
  ],
  // Cards of an organisation's models have no such link.
  ownerUid: [
    {
      selector: 'a.card__footer__avatar[data-user]',
      at: 'data-user',
      years: '2018 to now',
      certainty: 'sure',
    },
  ],
  isFamilyFriendly: [
    { selector: 'meta[itemprop="isFamilyFriendly"]', at: 'content', years: '2019 to now', certainty: 'sure' },
  ],
  address: [
    { selector: 'a.card-model__thumbnail-link', at: 'href', years: '2018 to now', certainty: 'sure' },
    { selector: 'meta[itemprop="url"]', at: 'content', years: '2019 to now', certainty: 'sure' },
  ],
} as const satisfies Record<string, readonly Place[]>;

/** Since 2019. Sure. */
export const restrictedFlagSelector = '.flag.--restricted';

export const modelPagePlaces = {
  // A card's label is a link, the page's own a span. The second selector is for the years between.
  name: [
    {
      selector: 'span.model-name__label[itemprop="name"]',
      at: 'text',
      years: '2019 to 2024',
      certainty: 'sure',
    },
    { selector: '.model-name__label', at: 'text', years: '2016 to 2024', certainty: 'likely' },
  ],
} as const satisfies Record<string, readonly Place[]>;

/** The section of the page, and the links that mean the same anywhere else. */
export const labelPlaces = {
  // Sure for 2016, likely since.
  tags: { section: 'section.model-meta-row.tags', route: /^\/tags\/([^/]+)\/?$/, link: 'a[href*="/tags/"]' },
  categories: {
    section: 'section.model-meta-row.categories',
    route: /^\/3d-models\/categories\/([^/]+)\/?$/,
    link: 'a[href*="/3d-models/categories/"]',
  },
} as const;

/** Links in these elements belong to the site, to another model, or to a user's text, not to this model. Likely. */
export const elsewhereSelector =
  'header, nav, footer, .card-model, .model-smallcard, li.item[data-uid], [class*="comment"], [class*="description"]';

/** 2019 to 2024. Sure. */
export const modelPageBodySelector = 'body.model-page';

/** The form of this tag is a guess. The site promises its content to owners who tag a model `noai`. */
export const robotsSelector = 'meta[name="robots" i]';

/** Since about 2019: the JSON of the first load is in a comment inside this element. Sure. */
export const pageJsonId = 'js-dom-data-prefetched-data';
