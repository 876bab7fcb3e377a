import type { FactKind, FactValue } from './fact-kinds';
import { type FactOrigin, type FactOrigins, moreTrusted, type Told } from './fact-origins';
import type { ModelUid } from './model-uid';

/** What is said of one fact. All that is done with facts follows from it: docs/architecture.md, "A fact about a model". */
type FactOf<Kind extends FactKind> = {
  readonly kind: Kind;
  /** Which of two holds, of which the first is the newer: by default, the one with the better source. */
  readonly merge?: (first: Told<FactValue<Kind>>, second: Told<FactValue<Kind>>) => Told<FactValue<Kind>>;
};
type Fact = { readonly [Kind in FactKind]: FactOf<Kind> }[FactKind];
type TableFactOf = Fact & { readonly columns: readonly FactColumn[] };

/** A column in the tables of models. How many a fact has, and of which types, follows from its kind. */
export type FactColumn = {
  readonly name: string;
  /** For those who use the dataset. */
  readonly about: string;
  readonly isRequired?: true;
};

/** The facts in the dataset, in the order of their columns. New ones go last. */
const inTables = {
  /** Cleaned by `cleanText`. */
  name: {
    kind: 'text',
    columns: [{ name: 'name', about: 'name of the model as the site shows it', isRequired: true }],
  },
  categories: {
    kind: 'labels',
    columns: [{ name: 'categories', about: 'as the site shows them; null when they were never learned' }],
  },
  tags: {
    kind: 'labels',
    columns: [{ name: 'tags', about: 'as the site shows them; null when they were never learned' }],
  },
  /** Exact numbers only: `1.2k` on a card is silence. */
  likeCount: {
    kind: 'count',
    // It changes all the time, so the newer one counts, whoever told it. What a page told proves nothing about a list.
    merge: (first) => first,
    columns: [
      {
        name: 'like_count',
        about: 'number of likes the site showed last; null when it never showed one',
      },
    ],
  },
  /** The owner's mark against generative AI: tag slug `noai`, or the page's robots meta. */
  noAi: {
    kind: 'flag',
    // An answer has all tags of the model, so it settles whether the owner has marked it. Until there is one, the mark
    // counts wherever it appears: a page can have the robots meta without the tag.
    merge: (first, second) => {
      const better = moreTrusted(first, second);
      return better.origin === 'answer' || first.value === second.value
        ? better
        : first.value
          ? first
          : second;
    },
    columns: [
      {
        name: 'no_ai',
        about: "the maker's mark against use for generative AI; null when it was never learned",
      },
    ],
  },
  thumbnailUrl: {
    kind: 'address',
    columns: [
      {
        name: 'thumbnail_url',
        about: 'address of a small picture on the site; null when none was seen',
      },
    ],
  },
  publishedOn: {
    kind: 'date',
    columns: [
      { name: 'published_on', about: 'day in UTC on which the model was published; null if unknown' },
    ],
  },
  /** Exact numbers only. */
  views: {
    kind: 'datedCount',
    // What was seen last counts, whoever saw it.
    merge: (first, second) => ((second.value.seenOn ?? '') > (first.value.seenOn ?? '') ? second : first),
    columns: [
      { name: 'views', about: 'number of views the site showed last; null when it never showed one' },
      { name: 'views_seen_on', about: 'day in UTC on which it showed that number' },
    ],
  },
  faceCount: {
    kind: 'count',
    columns: [{ name: 'faces', about: 'number of faces of the 3D model; null if unknown' }],
  },
  licence: {
    kind: 'text',
    columns: [
      {
        name: 'licence',
        about: 'licence of the model, not of its likes, as the site names it; null if unknown',
      },
    ],
  },
} as const satisfies Record<string, TableFactOf>;

/** Facts by which an export leaves models out, and no more. */
const forFilters = { isRestricted: { kind: 'flag' } } as const satisfies Record<string, Fact>;

/** Facts that stay in the browser: a maker's id is a raw user id. */
const inBrowser = { ownerUid: { kind: 'userUid' } } as const satisfies Record<string, Fact>;

export const modelFacts = { ...inTables, ...forFilters, ...inBrowser };

export type FactName = keyof typeof modelFacts;
export type TableFact = keyof typeof inTables;
/** A fact that an export reads. */
export type DatasetFact = TableFact | keyof typeof forFilters;

const namesIn = <Name extends string>(facts: Readonly<Record<Name, unknown>>) => Object.keys(facts) as Name[];
export const factNames: readonly FactName[] = namesIn(modelFacts);
export const tableFacts: readonly TableFact[] = namesIn(inTables);
export const datasetFacts: readonly DatasetFact[] = [...tableFacts, ...namesIn(forFilters)];

/**
 * What one source (a card, a page's embedded JSON, an answer of the API) says of a model.
 * `null` means the source is silent, which is not the same as an empty list.
 */
export type ModelFacts = { readonly uid: ModelUid; readonly origins: FactOrigins } & {
  readonly [Name in FactName]: FactValue<(typeof modelFacts)[Name]['kind']> | null;
};
export type TableFacts = Pick<ModelFacts, 'uid' | TableFact>;

/** A value for each of these facts. */
export function factsBy<Name extends FactName>(
  names: readonly Name[],
  valueOf: (name: Name) => ModelFacts[Name],
): Pick<ModelFacts, Name> {
  return Object.fromEntries(names.map((name) => [name, valueOf(name)])) as Pick<ModelFacts, Name>;
}

/** These facts of a model alone. What was stored before there was one of them is silent on it. */
export function pickFacts<Name extends FactName>(
  names: readonly Name[],
  from: Pick<ModelFacts, Name>,
): Pick<ModelFacts, Name> {
  return factsBy(names, (name) => from[name] ?? null);
}

/** The facts of a model of which nothing is known yet; each source fills in its own. */
export function noFacts(uid: ModelUid): ModelFacts {
  return { uid, origins: {}, ...factsBy(factNames, () => null) };
}

/** The facts as this source tells them. */
export function factsFrom(origin: FactOrigin, facts: ModelFacts): ModelFacts {
  const told = factNames.filter((name) => facts[name] !== null).map((name) => [name, origin]);
  return { ...facts, origins: Object.fromEntries(told) as FactOrigins };
}
