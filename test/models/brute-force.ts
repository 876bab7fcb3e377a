import { foldText } from '../../src/models/columns/fold-text';
import type { IndexedModel } from '../../src/models/indexed-model';
import type { Measure, ModelFilter } from '../../src/models/model-filter';
import type { ModelSort, SortColumn } from '../../src/models/model-sort';
import type { ListedModel } from '../../src/models/models-answer';

/** The models and whom the user leaves out, as objects: what the index must agree with. */
export type World = { readonly models: Map<string, IndexedModel>; leftOut: ReadonlySet<string> };

type Part = keyof ModelFilter;
const parts: readonly Part[] = [
  ...(['text', 'state', 'tagged', 'noAi', 'restricted', 'public', 'leftOut', 'category', 'tag'] as const),
  ...(['cause', 'likes', 'added', 'read'] as const),
];

/** Whether a model matches the filter, except for one part of it. */
export function isMatch(world: World, model: IndexedModel, filter: ModelFilter, except?: Part): boolean {
  return parts.every((part) => part === except || matchesPart(world, model, filter, part));
}

function matchesPart(world: World, model: IndexedModel, filter: ModelFilter, part: Part): boolean {
  if (part === 'text') {
    const texts = [model.name ?? '', ...(model.tags ?? []).map(({ name }) => name)].map(foldText);
    return foldText(filter.text)
      .split(/\s+/u)
      .every((word) => texts.some((text) => text.includes(word)));
  }
  if (part === 'likes' || part === 'added' || part === 'read') {
    const range = filter[part];
    const number = numberOf(model, part);
    return (
      range === null ||
      (number !== null && number >= (range.min ?? -Infinity) && number <= (range.max ?? Infinity))
    );
  }
  const wanted: readonly string[] = filter[part];
  return wanted.length === 0 || valuesOf(world, model, part).some((value) => wanted.includes(value));
}

const flag = (value: boolean | null) => (value === null ? 'unknown' : value ? 'yes' : 'no');

export function valuesOf(world: World, model: IndexedModel, facet: Part): readonly string[] {
  switch (facet) {
    case 'state':
      return [model.state];
    case 'tagged':
      return [model.tags === null ? 'unknown' : model.tags.length === 0 ? 'without' : 'with'];
    case 'noAi':
      return [flag(model.noAi)];
    case 'restricted':
      return [flag(model.isRestricted)];
    case 'public':
      return [flag(model.isPublic)];
    case 'leftOut':
      return [flag(world.leftOut.has(model.uid))];
    case 'category':
      return (model.categories ?? []).map(({ name }) => name);
    case 'tag':
      return (model.tags ?? []).map(({ name }) => name);
    case 'cause':
      return model.causes;
    default:
      return [];
  }
}

export function numberOf(model: IndexedModel, measure: Measure): number | null {
  if (measure === 'likes') return model.likeCount;
  const moment = measure === 'added' ? model.capturedAt : model.readAt;
  return moment === null ? null : Math.floor(moment / 86_400_000);
}

const states = ['new', 'crawling', 'complete', 'partial', 'drifted', 'gone', 'forbidden', 'failed'];

function sortValue(model: IndexedModel, column: SortColumn): number | string | null {
  switch (column) {
    case 'name':
      return model.name === null || model.name === '' ? null : foldText(model.name);
    case 'state':
      return states.indexOf(model.state);
    case 'likes':
      return model.likeCount;
    case 'collected':
      return model.likesCollected;
    case 'category':
      return model.categories?.[0] === undefined ? null : foldText(model.categories[0].name);
    case 'tags':
      return model.tags === null ? null : model.tags.length;
    case 'added':
      return model.capturedAt;
    case 'read':
      return model.readAt;
  }
}

export function sorted(models: Iterable<IndexedModel>, sort: ModelSort): readonly IndexedModel[] {
  return [...models].sort((a, b) => {
    for (const { column, isDescending } of sort) {
      const [first, second] = [sortValue(a, column), sortValue(b, column)];
      if (first === null && second === null) continue;
      if (first === null || second === null) return first === null ? 1 : -1;
      const difference = compareValues(first, second);
      if (difference !== 0) return isDescending ? -difference : difference;
    }
    return a.order - b.order;
  });
}

function compareValues(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [first, second] = [a, b].map((text) =>
    Array.from(String(text), (character) => character.codePointAt(0)!),
  );
  const at = first!.findIndex((point, index) => point !== second![index]);
  if (at === -1) return first!.length - second!.length;
  return first![at]! - (second![at] ?? -1);
}

export function asListed(world: World, model: IndexedModel, filter: ModelFilter): ListedModel {
  const names = (labels: IndexedModel['tags']) => labels && labels.map(({ name }) => name);
  return {
    uid: model.uid,
    name: model.name ?? '',
    state: model.state,
    likes: model.likeCount,
    likesCollected: model.likesCollected,
    categories: names(model.categories),
    tags: names(model.tags),
    causes: model.causes,
    noAi: model.noAi,
    isRestricted: model.isRestricted,
    isPublic: model.isPublic,
    isLeftOut: world.leftOut.has(model.uid),
    capturedAt: model.capturedAt,
    readAt: model.readAt,
    matches: isMatch(world, model, filter),
  };
}
