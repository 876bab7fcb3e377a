import { datasetFileName } from './dataset-file-name';
import { datasheetLoaders } from './datasheet-loaders';
import type { DatasetFacts } from './dataset-facts';
import { sortedStates, stateMeanings } from './state-meanings';
import type { Table } from './table';

/** README.md of the zip: what a person needs to use the data rightly, with every number from `facts`. */
export function buildDatasheet(facts: DatasetFacts, tables: readonly Table[]): string {
  return `${[
    intro(facts),
    composition(facts),
    collection,
    files(tables),
    datasheetLoaders(datasetFileName(facts.exportedAt)),
    privacy,
    distribution,
  ].join('\n\n')}\n`;
}

const intro = (facts: DatasetFacts) => `# Sketchfab likes

Who liked which 3D model on [Sketchfab](https://sketchfab.com/): implicit feedback for work on recommender systems.
Users are pseudonymized; read "Privacy" before you pass this on.

Made on ${facts.exportedAt.toISOString().slice(0, 10)} by Likes Out ${facts.toolVersion}, a browser extension. A person collected the data in a
browser; this is no publication of Sketchfab. \`datapackage.json\` says the same for machines, with a hash of every file.`;

const composition = (facts: DatasetFacts) => `## What is in it

| what | number |
|---|---|
| models | ${facts.models} |
| models whose list of likes is completely known | ${facts.completeModels} |
| users with at least one like | ${facts.users} |
| likes, each a different pair of user and model | ${facts.likes} |
| repeated likes left out | ${facts.duplicateLikes} |
| categories and tags of models | ${facts.featsRows} |

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

const collection = `## How it was collected

- Models were captured while a person browsed the site. They are no random sample: they are what that person saw.
- The likes of each captured model were then asked for, page by page, at a gentle pace.
- A list can move while it is read, so that a like shows up on two pages. Such a pair is kept once.
- There are no times. Rows are sorted by their ids, and neither the order of the site nor that of the capture remains.
- Control characters and line breaks in names, categories and tags became spaces; outer spaces were cut off.`;

const files = (tables: readonly Table[]) => `## Files

${tables.map(tableSection).join('\n\n')}`;

const tableSection = ({ path, about, columns, key }: Table) => `### ${path}

${about} Sorted by and unique in (${key.join(', ')}).

| column | meaning |
|---|---|
${columns.map((column) => `| ${column.name} | ${column.about} |`).join('\n')}`;

const privacy = `## Privacy

- Each user id was replaced by a keyed hash (HMAC-SHA-256, 128 bits). The key was random, served this one file and was
  thrown away: nobody can compute a pseudonym from a user id, nor link this file with another one by its pseudonyms.
- **This is pseudonymization. It is not anonymization.** Likes on Sketchfab are public. Whoever compares the site with
  this file can find a person again: two or three likes often suffice to tell one user from all others. Dropping users
  with few likes does not change that.
- The makers of models can be identified by the model ids, and often like their own models. Names and tags may hold
  the names of people.
- In many places this is personal data in the sense of the law. Publish only what you may publish, do not try to find
  people in it, and take out who asks for it.
- \`_anon\` in the name of the likes file is there for programs that expect it, and promises nothing.`;

const distribution = `## Licence

None is given. The tool cannot know what you may allow: the likes were published by the users of Sketchfab, under its
terms. Whoever passes this on settles that first, and writes down here who answers for it.`;
