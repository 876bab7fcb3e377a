import type { DatasetFacts } from '../dataset-summary';
import type { FilterName } from '../filter/filter-likes';
import { sortedStates, stateMeanings } from '../tables/model-states';

/** The parts of the README that say what is in the dataset, and what is not. */
export const compositionSection = (facts: DatasetFacts) => `## Composition

| what | number |
|---|---|
| models | ${facts.models} |
| models whose list of likes is completely known | ${facts.completeModels} |
| users with at least one like | ${facts.users} |
| likes, each a different pair of user and model | ${facts.likes} |
| repeated likes left out | ${facts.duplicateLikes} |
${facts.options.files.psv ? `| categories and tags of models | ${facts.featsRows} |\n` : ''}${shorterLists(facts)}
The likes of a model are a list that the site gives page by page. How far each list was followed:

| state | models | meaning |
|---|---|---|
${sortedStates(facts.modelsByState).map(stateRow).join('\n')}

**Only a list that is completely known tells who did not like a model.** Any other may be short, and a missing row in
it means nothing. \`datapackage.json\` names every model whose list is not, under \`likesOut.notComplete\`: its
\`mid\`, its \`state\`, and the \`cause\` where one is known. "Reading" has two lines that leave these models out.`;

function stateRow([state, models]: readonly [string, number]): string {
  return `| ${state} | ${models} | ${stateMeanings[state] ?? 'not described in this version of the tool'} |`;
}

export const preprocessingSection = (facts: DatasetFacts) => `## Preprocessing

- Control characters and line breaks in names, categories and tags became spaces; outer spaces were cut off.
- Rows are sorted by their ids, and neither the order of the site nor that of the capture remains. There are no times.
${leftOutByChoice(facts)}`;

const reasons: Readonly<Record<FilterName, string>> = {
  excludedModels: 'named models left out',
  excludedUsers: 'named users left out',
  noAi: 'models marked against use for generative AI left out',
  restricted: 'models with restricted content left out',
  userSample: 'all but a random sample of users left out',
  minimums: 'users and models with few likes left out',
};

// The others take a model with its whole list.
const takesUsers: readonly FilterName[] = ['excludedUsers', 'userSample', 'minimums'];

/** What was collected and is not in the dataset, step by step. */
export function leftOutByChoice({ filters, options }: DatasetFacts): string {
  const names = Object.keys(reasons) as FilterName[];
  const rows = names
    .map((name) => ({ name, ...filters.removed[name] }))
    .filter(({ models, users, likes }) => models + users + likes > 0)
    .map(({ name, models, users, likes }) => `| ${reasons[name]} | ${models} | ${users} | ${likes} |`);
  if (rows.length === 0) return '- Nothing that was collected was left out.';
  return `- What was left out, one step after the other:

| step | models | users | likes |
|---|---|---|---|
${rows.join('\n')}
${filters.removed.minimums.likes > 0 ? `\n${minimums(options)}` : ''}`;
}

/** What "completely known" does not mean where likes were left out. Nothing where none were. */
export function shorterLists({ filters: { removed } }: DatasetFacts): string {
  const all = Object.values(removed).reduce((sum, { likes }) => sum + likes, 0);
  if (all === 0) return '';
  const ofUsers = takesUsers.some((name) => removed[name].likes > 0);
  return `
"Completely known" speaks of lists as they were read. Of the likes read, ${all} were then left out by choice, see
"Preprocessing": ${ofUsers ? shorter : whole}
`;
}

const shorter = `a list that was read completely can be shorter here, and says nothing of a user
who was left out.`;
const whole = 'they went with the models they were on, and the lists of all other models are whole.';

function minimums({ minLikesPerUser, minLikesPerModel }: DatasetFacts['options']): string {
  const parts = [
    ...(minLikesPerUser > 0 ? [`user in the dataset has at least ${minLikesPerUser} likes in it`] : []),
    ...(minLikesPerModel > 0 ? [`model in the dataset has at least ${minLikesPerModel} likes in it`] : []),
  ];
  return `Every ${parts.join(', and every ')}. That makes it
easier to learn from. It protects nobody.`;
}
