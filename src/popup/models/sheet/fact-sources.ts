import { message, type PlainKey } from '../../../i18n/message';
import type { TableFact } from '../../../sketchfab/model-facts';
import type { ModelRow } from '../../../store/model-row';

const names = {
  name: 'models_name',
  categories: 'sheet_categories',
  tags: 'models_tags',
  likeCount: 'models_likes',
  noAi: 'models_noAi',
  publishedOn: 'sheet_published',
  views: 'sheet_views',
  faceCount: 'sheet_faces',
  licence: 'sheet_licence',
} as const satisfies Partial<Record<TableFact, PlainKey>>;

const sources = ['answer', 'page', 'import', 'unknown'] as const;
export type FactSource = (typeof sources)[number];

/** The names of what is known, by who told it. */
export function factsBySource(row: ModelRow): readonly (readonly [FactSource, readonly string[]])[] {
  const facts = Object.keys(names) as (keyof typeof names)[];
  const known = facts.filter((fact) => row[fact] !== null && row[fact] !== '');
  return sources
    .map((source) => {
      const told = known.filter((fact) => sourceOf(row, fact) === source);
      return [source, told.map((fact) => message(names[fact]))] as const;
    })
    .filter(([, told]) => told.length > 0);
}

/** Facts without an origin were restored from the second copy, or stored before origins were. */
function sourceOf({ sources: from, origins }: ModelRow, fact: keyof typeof names): FactSource {
  if (from && fact in from.own) return 'import';
  // Rows that were stored before there were origins have none.
  const origin = (origins as ModelRow['origins'] | undefined)?.[fact];
  if (origin === undefined) return from?.isCaptured === false ? 'import' : 'unknown';
  return origin === 'answer' ? 'answer' : 'page';
}
