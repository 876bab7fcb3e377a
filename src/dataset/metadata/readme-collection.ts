import type { DatasetFacts } from '../dataset-summary';

/** The part of the README that says how the rows were got: on this machine, and with imports where there were any. */
export const collectionSection = (facts: DatasetFacts) => `## Collection process

${facts.importsMerged > 0 ? merged(facts) : readHere(facts)}
- A list can move while it is read, so that a like shows up on two pages. Such a pair is kept once.
- What failed, and how far each list was followed, stands under "Composition".`;

const readHere = ({
  collection: { firstDay, lastDay, requests, capturedModels },
}: DatasetFacts) => `- Models were captured while a person browsed the site, or from its lists: ${capturedModels} in all. They are no random sample.
- The likes of each captured model were then asked for, page by page, at a gentle pace${days(firstDay, lastDay)}.
  The crawl sent ${requests} requests in all.`;

// An import tells neither its requests nor how its models were found, so nothing is said of them.
const merged = ({
  importsMerged,
  collection: { firstDay, lastDay, requests, capturedModels },
}: DatasetFacts) => `- ${importsMerged} ${importsMerged === 1 ? 'import from another machine is' : 'imports from other machines are'} united in it; an earlier dataset that was taken in again is one too. A like
  that several of them tell of is kept once, and which like came from where is not told.
- Models were captured while a person browsed the site, or from its lists, or came with an import: ${capturedModels} in all.
  They are no random sample.
- This machine sent ${requests} requests in all. What it read, it read page by page, at a gentle pace${days(firstDay, lastDay)}.
  The requests and days by which the likes of imports were read are not counted here.`;

function days(first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  return first === last ? `, on ${first}` : `, from ${first} to ${last}`;
}
