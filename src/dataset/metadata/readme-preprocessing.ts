import type { DatasetFacts } from '../dataset-summary';
import { likesPerPage } from '../../sketchfab/addresses';
import type { FilterName } from '../filter/filter-likes';

/** How texts and rows were changed, and what the filters removed. */
export const preprocessingSection = (facts: DatasetFacts) => `## Preprocessing

- Control characters and line breaks in names, categories and tags were replaced by spaces; outer spaces were trimmed.
- Rows are sorted by their ids, so neither the order of the site nor that of the crawl remains. There are no times.
${facts.options.escapeFormulas ? `${formulas}\n` : ''}${facts.filters.exclusionList ? `${exclusions}\n` : ''}${chosenModels(facts)}${filterTable(facts)}`;

const formulas = `- In the text tables, an apostrophe was put wherever a spreadsheet may see the beginning of a formula: before \`=\`, \`+\`,
  \`-\` and \`@\` at the beginning of a text or after \`|\`, \`,\` or \`;\`. The Parquet tables have all texts as they are.`;

const exclusions = `- People and models on a list of exclusions were left out before anything was counted. No number includes them or says
  how many they are: like counts are without their likes, and never below the likes that were read.
  Lists that were never read to their end have only whole pages of ${likesPerPage} likes, and none if less than two are left.`;

/** Which models were wanted, in the words of the page; empty if all were. */
function chosenModels({ filters: { chosen } }: DatasetFacts): string {
  if (!chosen) return '';
  return `- Only ${chosen.models} models were chosen, by a filter over the table of models. All others, and users who liked none of these,
  were left out before anything was counted. Each of them fulfilled every line of the filter when this dataset was made:
${chosen.conditions.map(({ words }) => `  - ${words.map(asCode).join(' or ')}`).join('\n')}
`;
}

/** Text from the site, in which nothing is to be taken for Markdown. */
const asCode = (text: string) => `\`${text.replaceAll('`', "'")}\``;

const descriptions: Readonly<Record<FilterName, string>> = {
  noAi: 'models marked against use for generative AI removed',
  restricted: 'models with restricted content removed',
  userSample: 'all but a random sample of users removed',
  minimums: 'users and models with few likes removed',
};

/** What was collected and is not in the dataset, filter by filter. */
function filterTable({ filters, options }: DatasetFacts): string {
  const names = Object.keys(descriptions) as FilterName[];
  const rows = names
    .map((name) => ({ name, ...filters.removed[name] }))
    .filter(({ models, users, likes }) => models + users + likes > 0)
    .map(({ name, models, users, likes }) => `| ${descriptions[name]} | ${models} | ${users} | ${likes} |`);
  if (rows.length === 0)
    return `- Nothing ${filters.exclusionList || filters.chosen ? 'else ' : ''}that was collected was removed.`;
  return `- Filters removed, in this order:

| filter | models | users | likes |
|---|---|---|---|
${rows.join('\n')}
${filters.removed.minimums.likes > 0 ? `\n${minimums(options)}` : ''}`;
}

function minimums({ minLikesPerUser, minLikesPerModel }: DatasetFacts['options']): string {
  const parts = [
    ...(minLikesPerUser > 0 ? [`user in the dataset has at least ${minLikesPerUser} likes in it`] : []),
    ...(minLikesPerModel > 0 ? [`model in the dataset has at least ${minLikesPerModel} likes in it`] : []),
  ];
  return `Every ${parts.join(', and every ')}. This makes the
data easier to learn from. It protects nobody.`;
}
