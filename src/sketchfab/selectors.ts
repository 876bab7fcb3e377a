/** A place where a page says something, and what is known about that place. */
export type Place = {
  readonly selector: string;
  /** An attribute, or `text` for what the element reads. */
  readonly at: string;
  /** The words of the site around the value, as in an `aria-label`. */
  readonly between?: readonly [string, string];
  /** Markup of these years. */
  readonly years: string;
  /** How well that is known: from the site's own code or a real page of those years, or from one good source. */
  readonly certainty: 'sure' | 'likely';
};

/*
 * Everything the site's markup is known by. Lists are in order of trust, and each selector is met by a page of
 * test/fixtures/pages. Hashed classes such as `pw_M_MRp` change at every build of the site and are never used.
 */

/** Since about 2019 the card itself carries `data-uid`; before, the list item around it did. Sure. */
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
  // Models of an organisation carry no such link.
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

/** 2019 to now, sure. */
export const restrictedFlagSelector = '.flag.--restricted';

export const modelPagePlaces = {
  // A card's label is a link; the page's own is a span. The second form is for years between.
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

/** A section of the page, and the links that mean the same wherever they stand. */
export const labelPlaces = {
  // Sure for 2016, likely since.
  tags: { section: 'section.model-meta-row.tags', route: /^\/tags\/([^/]+)\/?$/, link: 'a[href*="/tags/"]' },
  categories: {
    section: 'section.model-meta-row.categories',
    route: /^\/3d-models\/categories\/([^/]+)\/?$/,
    link: 'a[href*="/3d-models/categories/"]',
  },
} as const;

/** Links in here are the site's, another model's, or were typed by somebody: they say nothing of the model. Likely. */
export const elsewhereSelector =
  'header, nav, footer, .card-model, .model-smallcard, li.item[data-uid], [class*="comment"], [class*="description"]';

/** 2019 to 2024, sure. */
export const modelPageBodySelector = 'body.model-page';

/** The form of this tag is a guess; the words in it are the site's promise to those who tag a model `noai`. */
export const robotsSelector = 'meta[name="robots" i]';

/** About 2019 to now, sure: the JSON of the first load stands in a comment inside. */
export const pageJsonId = 'js-dom-data-prefetched-data';
