import type { DatasetModel } from '../dataset-source';
import type { DatasetOptions } from '../dataset-options';
import type { DatasetFacts } from '../dataset-summary';
import type { PseudonymizedLikes } from '../likes/pseudonymized-likes';
import { type SelectedModels, eachModel, shownLabels } from '../snapshot/selected-models';
import { likeLines, psvEnd, psvFields, psvRecord, tableText } from './delimited-text';
import { cellText } from './formulas';
import type { Table } from './table';

/** How the likes table repeats the names of models. rec-a-sketch wrote them `exact`. */
export type NamePolicy = 'plain' | 'exact';

const nameColumn: Readonly<Record<NamePolicy, string>> = {
  plain: 'simplified name of the model, for orientation; do not join on it',
  exact: 'name of the model as the site shows it; do not join on it',
};

/** Always these three columns with `mid` and `uid` last: some readers take the last two fields of each line. */
export const modelLikes = (names: NamePolicy): Table => ({
  name: 'model_likes_anon',
  path: 'data/model_likes_anon.psv',
  form: 'psv',
  about: 'Who liked which model, one row per like.',
  columns: [
    { name: 'modelname', holds: 'site', about: nameColumn[names] },
    { name: 'mid', holds: 'id', about: 'id of the model', constraints: { required: true } },
    {
      name: 'uid',
      holds: 'id',
      about: 'pseudonym of the user',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
  ],
  key: ['mid', 'uid'],
  reference: { column: 'mid', table: 'model_urls', field: 'mid' },
});

type TextOptions = Pick<DatasetOptions, 'likesNames' | 'escapeFormulas'>;

export function writeModelLikes(
  selection: PseudonymizedLikes,
  { likesNames: names, ...options }: TextOptions,
  onModels: (done: number) => void,
): Iterable<Uint8Array> {
  const header = psvRecord(modelLikes(names).columns.map(({ name }) => name));
  const toCell = cellText(options);
  const lineOf = ({ uid, name }: DatasetModel) => ({
    before: psvFields([toCell(names === 'plain' ? plainName(name) : name), uid, '']),
    after: psvEnd,
  });
  return likeLines(header, lineOf, selection, onModels);
}

export const modelUrls: Table = {
  name: 'model_urls',
  path: 'data/model_urls.psv',
  form: 'psv',
  about: 'Every captured model, with or without likes.',
  columns: [
    { name: 'name', holds: 'site', about: 'name of the model as the site shows it' },
    {
      name: 'mid',
      holds: 'id',
      about: 'id of the model, case-sensitive; its page is `https://sketchfab.com/3d-models/<mid>`',
      constraints: { required: true, unique: true },
    },
  ],
  key: ['mid'],
};

export function writeModelUrls(
  models: SelectedModels,
  options: Pick<DatasetOptions, 'escapeFormulas'>,
): AsyncGenerator<Uint8Array> {
  return tableText(modelUrls, psvRecord, [records(models, cellText(options))]);
}

function* records(models: SelectedModels, toCell: (text: string) => string): Generator<readonly string[]> {
  for (const { name, uid } of eachModel(models)) yield [toCell(name), uid];
}

export const modelFeats: Table = {
  name: 'model_feats',
  path: 'data/model_feats.psv',
  form: 'psv',
  about: 'Categories and tags of the models.',
  columns: [
    { name: 'mid', holds: 'id', about: 'id of the model', constraints: { required: true } },
    {
      name: 'type',
      about: '`category` or `tag`',
      constraints: { required: true, enum: ['category', 'tag'] },
    },
    { name: 'value', holds: 'site', about: 'its text as the site shows it', constraints: { required: true } },
  ],
  key: ['mid', 'type', 'value'],
  reference: { column: 'mid', table: 'model_urls', field: 'mid' },
};

export function writeModelFeats(
  models: Iterable<DatasetModel>,
  facts: Pick<DatasetFacts, 'featsRows'> & { readonly options: Pick<DatasetOptions, 'escapeFormulas'> },
): AsyncGenerator<Uint8Array> {
  return tableText(modelFeats, psvRecord, featRecords(models, facts, cellText(facts.options)));
}

function* featRecords(
  models: Iterable<DatasetModel>,
  facts: Pick<DatasetFacts, 'featsRows'>,
  toCell: (text: string) => string,
): Generator<readonly (readonly string[])[]> {
  for (const model of models) {
    const records = recordsOf(model, toCell);
    facts.featsRows += records.length;
    yield records;
  }
}

function recordsOf(
  { uid, categories, tags }: DatasetModel,
  toCell: (text: string) => string,
): (readonly string[])[] {
  return [
    ...shownLabels(categories).map((value) => [uid, 'category', toCell(value)]),
    ...shownLabels(tags).map((value) => [uid, 'tag', toCell(value)]),
  ];
}

/**
 * The simplified name of a model in the likes table. Nobody joins on this column, so it avoids whatever confuses a
 * reader without our quote character: separators, our quote character, and a leading `"`.
 */
export function plainName(name: string): string {
  return name.replaceAll(/[|\\]+/g, '/').replace(/^["\s]+/, '') || '-';
}
