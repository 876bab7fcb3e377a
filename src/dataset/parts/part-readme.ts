import { manifestPath, type PartRun } from './part-paths';

export const buildPartReadme = (run: PartRun) => `# A part of a dataset of Sketchfab likes

One machine's share of a crawl by several, for those who merge them. It is no dataset yet.

**Do not publish this.** It tells when likes were seen, and its key is known to a team. Merge all parts, with the project
that Likes Out comes from (docs/merging.md), and publish what comes out.

User ids are replaced by keyed hashes. This is pseudonymization, not anonymization: likes on Sketchfab are public, so
someone who compares the site with these files can find a person again.

\`${manifestPath(run)}\` tells what is in the files, and by which key's digest parts are seen to fit.
`;
