import type { DatasetFacts } from '../dataset-summary';

/** How the data were collected: on this machine, and by imports if there were any. */
export const collectionSection = (facts: DatasetFacts) => `## Collection process

${facts.importsMerged > 0 ? withImports(facts) : withoutImports(facts)}
${facts.options.leaveOutNotPublic ? onlyPublic : ''}- A list can shift while it is read, so that a like shows up on two pages. Such a pair is kept once.
- "Composition" says how far each list was read, and what failed.`;

const onlyPublic = `- Only models that the site shows to everyone are in the dataset: it gave them to the crawl, which sends no cookies.
`;

const withoutImports = ({
  collection: { firstDay, lastDay, requests, capturedModels },
}: DatasetFacts) => `- ${capturedModels} models were captured while a person browsed the site, or from the site's listings. They are not a random
  sample.
- The likes of each captured model were then requested page by page at a slow pace${days(firstDay, lastDay)}.
${requests === null ? '  The number of requests is left out, as it depends on what was left out.' : `  The crawl sent ${requests} requests in total.`}`;

// An import does not say how many requests it took or how its models were found, so the README does not either.
const withImports = ({
  importsMerged,
  collection: { firstDay, lastDay, requests, capturedModels },
}: DatasetFacts) => `- The likes of ${importsMerged} ${importsMerged === 1 ? 'import are' : 'imports are'} merged in, from other machines or earlier datasets. A like from several
  sources is kept once, and the data do not say which source a like came from.
- ${capturedModels} models were captured while a person browsed the site, from the site's listings, or with an import. They are
  not a random sample.
- This machine ${requests === null ? '' : `sent ${requests} requests in total and `}read page by page at a slow pace${days(firstDay, lastDay)}.
  The requests and days it took to collect the imported likes are not included.`;

function days(first: string | null, last: string | null): string {
  if (first === null || last === null) return '';
  return first === last ? `, on ${first}` : `, from ${first} to ${last}`;
}
