import type { FactName } from '../../dataset/merge/merge-model';
import type { ImportFound } from '../../workers/import/messages';
import { sayCount, sayNumber } from '../format/numbers';

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
const facts: Readonly<Record<FactName, string>> = {
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
export function sayImport({
  kind,
  exportedAt,
  models,
  likes,
  users,
  keyPrint,
  plan,
}: ImportFound): SaidImport {
  const { refusal } = plan.likes;
  const counts = `${sayCount(models, 'model')}, ${sayCount(likes, 'like')} by ${sayCount(users, 'user')}`;
  const likeCount = (count: number) => (refusal === null ? sayNumber(count) : none);
  return {
    what: `${kinds[kind]} of ${day.format(exportedAt)}: ${counts}.`,
    key: {
      fits: refusal === null,
      sentence:
        refusal === null
          ? `Same key${keyPrint.keyId === null ? '' : ` (${keyPrint.keyId})`}: its likes can be joined to yours.`
          : `Its likes stay out: ${refusal}. What it tells of models can be taken in.`,
    },
    rows: [
      ['New', sayNumber(plan.models.added), likeCount(plan.likes.added)],
      ['Same', sayNumber(plan.models.same), likeCount(plan.likes.same)],
      ['Conflicting', sayNumber(plan.models.differing), likeCount(plan.likes.gone)],
    ],
    differing: sayDiffering(plan.models.byFact, kind),
    known: plan.isKnown ? 'This zip was taken in before. Again changes nothing.' : null,
  };
}

function sayDiffering(
  byFact: ImportFound['plan']['models']['byFact'],
  kind: ImportFound['kind'],
): string | null {
  const names = Object.keys(facts) as FactName[];
  const said = names
    .filter((name) => byFact[name] !== undefined)
    .map((name) => `${facts[name]} (${sayNumber(byFact[name] ?? 0)})`);
  if (said.length === 0) return null;
  const whose = kind === 'part' ? 'What was seen later counts' : 'What is known here stays';
  return `Models differ in: ${said.join(', ')}. ${whose}.`;
}
