import type { Label } from '../../sketchfab/label';
import type { DatasetOptions } from '../dataset-options';
import type { DatasetModel } from '../dataset-source';
import type { PseudonymizedLikes } from '../likes/pseudonymized-likes';
import { likeLines, tableText } from './delimited-text';
import { cellText } from './formulas';
import type { Table } from './table';

export const recboleItem: Table = {
  name: 'recbole_item',
  path: 'recbole/sketchfab-likes/sketchfab-likes.item',
  form: 'tsv',
  about: 'Categories and tags as a RecBole atomic file, each a single word.',
  columns: [
    {
      name: 'item_id:token',
      holds: 'id',
      about: 'id of the model',
      constraints: { required: true, unique: true },
    },
    { name: 'categories:token_seq', holds: 'site', about: 'separated by spaces; may be empty' },
    { name: 'tags:token_seq', holds: 'site', about: 'separated by spaces; may be empty' },
  ],
  key: ['item_id:token'],
};

export function writeRecboleItem(
  models: Iterable<DatasetModel>,
  options: Pick<DatasetOptions, 'escapeFormulas'>,
): AsyncGenerator<Uint8Array> {
  return tableText(recboleItem, recboleRecord, [records(models, cellText(options))]);
}

function* records(
  models: Iterable<DatasetModel>,
  toCell: (text: string) => string,
): Generator<readonly string[]> {
  for (const { uid, categories, tags } of models)
    yield [uid, tokens(categories, toCell), tokens(tags, toCell)];
}

/**
 * Spaces separate the tokens, and RecBole's reader takes a leading `"` for a quote. Formulas are escaped in each token, so
 * that a label is the same token wherever it stands.
 */
function tokens(labels: readonly Label[] | null, toCell: (text: string) => string): string {
  const words = (labels ?? []).map(({ slug, name }) =>
    (slug ?? name.toLowerCase()).replaceAll(/[\s"]+/g, '-').replaceAll(/^-+|-+$/g, ''),
  );
  return [...new Set(words)].filter(Boolean).sort().map(toCell).join(' ');
}

export const recboleInter: Table = {
  name: 'recbole_inter',
  path: 'recbole/sketchfab-likes/sketchfab-likes.inter',
  form: 'tsv',
  about: 'The likes as a RecBole atomic file.',
  columns: [
    {
      name: 'user_id:token',
      holds: 'id',
      about: 'pseudonym of the user',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
    { name: 'item_id:token', holds: 'id', about: 'id of the model', constraints: { required: true } },
  ],
  key: ['item_id:token', 'user_id:token'],
};

export function writeRecboleInter(
  selection: PseudonymizedLikes,
  onModels: (done: number) => void,
): Iterable<Uint8Array> {
  const header = recboleRecord(recboleInter.columns.map(({ name }) => name));
  return likeLines(
    header,
    ({ uid }) => ({ before: '', after: recboleRecord(['', uid]) }),
    selection,
    onModels,
  );
}

/** One record of a RecBole atomic file, including the line end. No value may contain a TAB or a line end, or start with `"`. */
export function recboleRecord(fields: readonly string[]): string {
  return `${fields.join('\t')}\n`;
}
