import type { TableFact } from '../../sketchfab/model-facts';
import type { ImportFound } from '../../workers/import/messages';
import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';

type SaidImport = {
  /** What the zip is. */
  readonly what: string;
  readonly key: { readonly fits: boolean; readonly sentence: string };
  readonly rows: readonly (readonly [name: string, models: string, likes: string])[];
  /** Which facts differ, and whose stay; `null` where none do. */
  readonly differing: string | null;
  readonly known: string | null;
};

const kinds = { dataset: 'A dataset', part: "A machine's part" } as const;
const facts: Readonly<Record<TableFact, string>> = {
  name: 'name',
  tags: 'tags',
  categories: 'categories',
  likeCount: 'number of likes',
  noAi: 'NoAI mark',
  thumbnailUrl: 'picture',
};
const none = '–';
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** What taking a zip in would do, in words that need no knowledge of zips. */
export function importPlanText({
  kind,
  exportedAt,
  models,
  likes,
  users,
  keyFingerprint,
  plan,
}: ImportFound): SaidImport {
  const { refusal } = plan.likes;
  const counts = `${formatCount(models, 'model')}, ${formatCount(likes, 'like')} by ${formatCount(users, 'user')}`;
  const likeCount = (count: number) => (refusal === null ? formatNumber(count) : none);
  return {
    what: `${kinds[kind]} of ${day.format(exportedAt)}: ${counts}.`,
    key: {
      fits: refusal === null,
      sentence:
        refusal === null
          ? `Same key${keyFingerprint.keyId === null ? '' : ` (${keyFingerprint.keyId})`}: its likes can be joined to yours.`
          : `Its likes stay out: ${refusal}. What it tells of models can be taken in.`,
    },
    rows: [
      ['New', formatNumber(plan.models.added), likeCount(plan.likes.added)],
      ['Same', formatNumber(plan.models.same), likeCount(plan.likes.same)],
      ['Conflicting', formatNumber(plan.models.differing), likeCount(plan.likes.gone)],
    ],
    differing: differingText(plan.models.byFact, kind),
    known: plan.isKnown ? 'This zip was taken in before. Again changes nothing.' : null,
  };
}

function differingText(
  byFact: ImportFound['plan']['models']['byFact'],
  kind: ImportFound['kind'],
): string | null {
  const names = Object.keys(facts) as TableFact[];
  const said = names
    .filter((name) => byFact[name] !== undefined)
    .map((name) => `${facts[name]} (${formatNumber(byFact[name] ?? 0)})`);
  if (said.length === 0) return null;
  const whose = kind === 'part' ? 'What was seen later counts' : 'What is known here stays';
  return `Models differ in: ${said.join(', ')}. ${whose}.`;
}
