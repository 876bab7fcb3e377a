import type { DatasetFacts } from '../dataset-summary';
import type { FilterName } from '../filter/filter-likes';
import { sortedStates, stateMeanings } from '../tables/model-states';

/** What the dataset contains, and what is missing. */
export const compositionSection = (facts: DatasetFacts) => `## Composition
${chosenModels(facts)}
| what | number |
|---|---|
| models | ${facts.models} |
| models with a complete list of likes | ${facts.completeModels} |
| users with at least one like | ${facts.users} |
| likes (distinct pairs of user and model) | ${facts.likes} |
| duplicate likes removed | ${facts.duplicateLikes} |
${facts.options.files.psv ? `| categories and tags of models | ${facts.featsRows} |\n` : ''}${excludedPeople(facts)}${shortenedLists(facts)}
The site shows the likes of a model as a list, page by page. How far each list was read:

| state | models | meaning |
|---|---|---|
${sortedStates(facts.modelsByState).map(stateRow).join('\n')}

**Only a complete list shows who did not like a model.** Any other list may be short, and a missing row in it means
nothing. \`datapackage.json\` names every model with an incomplete list under \`likesOut.notComplete\`: its \`mid\`, its
\`state\`, and the \`cause\` if it is known. "Loading" has two lines that drop these models.`;

function stateRow([state, models]: readonly [string, number]): string {
  return `| ${state} | ${models} | ${stateMeanings[state] ?? 'not described in this version of Likes Out'} |`;
}

const chosenModels = ({ filters: { chosen } }: DatasetFacts) =>
  chosen
    ? `
**These are not all models that were collected**, but those that match a filter; "Preprocessing" names it. People may like
many others.
`
    : '';

const excludedPeople = ({ filters }: DatasetFacts) =>
  filters.exclusionList
    ? `
A list of exclusions was used. No list of likes, not even a complete one, says anything about the people on it.
`
    : '';

// The other filters remove a model with its whole list.
const removesUsers: readonly FilterName[] = ['userSample', 'minimums'];

/** What "complete" does not mean if filters removed likes; empty if they did not. */
function shortenedLists({ filters: { removed } }: DatasetFacts): string {
  const likes = Object.values(removed).reduce((sum, counts) => sum + counts.likes, 0);
  if (likes === 0) return '';
  const areUsersRemoved = removesUsers.some((name) => removed[name].likes > 0);
  return `
"Complete" refers to the lists as they were read. Filters then removed ${likes} of the likes that were read, see
"Preprocessing": ${areUsersRemoved ? someShorter : othersWhole}
`;
}

const someShorter = `a list that was complete when it was read can be shorter here, and says nothing about
users who were left out.`;
const othersWhole = 'they went with their models, and the lists of all other models are unaffected.';
