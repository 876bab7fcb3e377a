import type { DatasetFacts } from './dataset-facts';
import { leftOutByChoice, shorterLists } from './datasheet-left-out';
import { sortedStates, stateMeanings } from './state-meanings';

/** The parts of the README that say what is in the dataset, and what is not. */
export const datasheetComposition = (facts: DatasetFacts) => `## Composition

| what | number |
|---|---|
| models | ${facts.models} |
| models whose list of likes is completely known | ${facts.completeModels} |
| users with at least one like | ${facts.users} |
| likes, each a different pair of user and model | ${facts.likes} |
| repeated likes left out | ${facts.duplicateLikes} |
${facts.choices.files.psv ? `| categories and tags of models | ${facts.featsRows} |\n` : ''}${shorterLists(facts)}
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

export const datasheetPreprocessing = (facts: DatasetFacts) => `## Preprocessing

- Control characters and line breaks in names, categories and tags became spaces; outer spaces were cut off.
- Rows are sorted by their ids, and neither the order of the site nor that of the capture remains. There are no times.
${leftOutByChoice(facts)}`;
