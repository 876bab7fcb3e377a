import { createStringDictionary } from '../../dataset/columns/string-dictionary';
import type { Label } from '../../sketchfab/label';
import type { ModelUid } from '../../sketchfab/model-uid';
import type { IndexedModel } from '../indexed-model';
import { type FixedFacet, fixedFacets, fixedValues, type OpenFacet, openFacets } from '../model-filter';
import { grown } from './grow';
import { createListColumn } from './list-column';
import { dayOf, type ModelColumns, unknownNumber } from './model-columns';
import { createTextDictionary } from './text-dictionary';

export type ColumnBuilder = {
  /** Live columns; their arrays are replaced when they grow. */
  readonly columns: ModelColumns;
  /** Adds a model, or replaces what is known of it. */
  readonly put: (model: IndexedModel) => void;
  readonly remove: (uid: ModelUid) => void;
  /** Replaces the list of models that the user leaves out, whether they are known or not. */
  readonly leaveOut: (uids: ReadonlySet<string>) => void;
};

const codeOf = (facet: FixedFacet, value: string) => (fixedValues[facet] as readonly string[]).indexOf(value);
const yesOrNo = (flag: boolean) => (flag ? 'yes' : 'no');
const flagValue = (flag: boolean | null) => (flag === null ? 'unknown' : yesOrNo(flag));

export function createColumnBuilder(): ColumnBuilder {
  const names = createTextDictionary();
  const texts = byOpenFacet(createTextDictionary);
  const builders = byOpenFacet(createListColumn);
  const columns = {
    length: 0,
    present: 0,
    version: 0,
    changedIn: new Uint32Array(),
    isPresent: new Uint8Array(),
    uids: createStringDictionary<ModelUid>(),
    names,
    name: new Uint32Array(),
    fixed: Object.fromEntries(fixedFacets.map((facet) => [facet, new Uint8Array()])) as Record<
      FixedFacet,
      Uint8Array<ArrayBuffer>
    >,
    texts,
    lists: byOpenFacet((facet) => builders[facet].column),
    measures: { likes: new Int32Array(), added: new Int32Array(), read: new Int32Array() },
    collected: new Uint32Array(),
    order: new Uint32Array(),
    capturedAt: new Float64Array(),
    readAt: new Float64Array(),
  };
  let leftOut: ReadonlySet<string> = new Set();

  function reserve(length: number): void {
    const { fixed, measures } = columns;
    columns.length = Math.max(columns.length, length);
    columns.changedIn = grown(columns.changedIn, length);
    columns.isPresent = grown(columns.isPresent, length);
    columns.name = grown(columns.name, length);
    for (const facet of fixedFacets) fixed[facet] = grown(fixed[facet], length);
    measures.likes = grown(measures.likes, length);
    measures.added = grown(measures.added, length);
    measures.read = grown(measures.read, length);
    columns.collected = grown(columns.collected, length);
    columns.order = grown(columns.order, length);
    columns.capturedAt = grown(columns.capturedAt, length);
    columns.readAt = grown(columns.readAt, length);
  }

  function touch(row: number): void {
    columns.version += 1;
    columns.changedIn[row] = columns.version;
  }

  function setList(facet: OpenFacet, row: number, values: readonly string[] | null): void {
    const indices = values && [...new Set(values.map((value) => texts[facet].indexOf(value)))];
    builders[facet].set(row, indices);
  }

  function setFixed(row: number, model: IndexedModel): void {
    const { tags } = model;
    const values: Readonly<Record<FixedFacet, string>> = {
      state: model.state,
      tagged: tags === null ? 'unknown' : tags.length > 0 ? 'with' : 'without',
      noAi: flagValue(model.noAi),
      restricted: flagValue(model.isRestricted),
      public: yesOrNo(model.isPublic),
      leftOut: yesOrNo(leftOut.has(model.uid)),
    };
    for (const facet of fixedFacets) columns.fixed[facet][row] = codeOf(facet, values[facet]);
  }

  return {
    columns,
    put(model) {
      const row = columns.uids.indexOf(model.uid);
      reserve(row + 1);
      touch(row);
      columns.present += 1 - columns.isPresent[row]!;
      columns.isPresent[row] = 1;
      columns.name[row] = names.indexOf(model.name ?? '');
      setFixed(row, model);
      setList('category', row, namesOf(model.categories));
      setList('tag', row, namesOf(model.tags));
      setList('cause', row, model.causes);
      columns.measures.likes[row] = model.likeCount ?? unknownNumber;
      columns.measures.added[row] = dayOf(model.capturedAt);
      columns.measures.read[row] = dayOf(model.readAt);
      columns.collected[row] = model.likesCollected;
      columns.order[row] = model.order;
      columns.capturedAt[row] = model.capturedAt;
      columns.readAt[row] = model.readAt ?? NaN;
    },
    remove(uid) {
      const row = columns.uids.find(uid);
      if (row === -1 || columns.isPresent[row] === 0) return;
      columns.present -= 1;
      columns.isPresent[row] = 0;
      touch(row);
    },
    leaveOut(uids) {
      for (const uid of new Set([...leftOut, ...uids])) {
        const row = columns.uids.find(uid);
        if (row === -1 || leftOut.has(uid) === uids.has(uid)) continue;
        columns.fixed.leftOut[row] = codeOf('leftOut', yesOrNo(uids.has(uid)));
        touch(row);
      }
      leftOut = uids;
    },
  };
}

const namesOf = (labels: readonly Label[] | null) => labels && labels.map(({ name }) => name);

function byOpenFacet<T>(create: (facet: OpenFacet) => T): Record<OpenFacet, T> {
  return Object.fromEntries(openFacets.map((facet) => [facet, create(facet)])) as Record<OpenFacet, T>;
}
