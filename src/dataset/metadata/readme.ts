import { type DatasetFacts, datasetFileName } from '../dataset-summary';
import type { Table } from '../tables/table';
import { collectionSection } from './readme-collection';
import { compositionSection, preprocessingSection } from './readme-composition';
import { loadingSection } from './readme-loading';
import { privacySection } from './readme-privacy';
import { statisticsSection } from './readme-statistics';

/**
 * README.md of the zip: what a person needs to use the data rightly, with every number from `facts`, under the
 * headings of "Datasheets for Datasets" (Gebru and others, 2018).
 */
export function buildReadme(facts: DatasetFacts, tables: readonly Table[]): string {
  return `${[
    huggingFaceCard(facts, tables),
    motivation(facts),
    compositionSection(facts),
    statisticsSection(facts),
    collectionSection(facts),
    preprocessingSection(facts),
    files(tables),
    loadingSection(datasetFileName(facts.exportedAt), facts.options.files),
    privacySection(facts),
    uses,
    distribution(facts),
    maintenance(facts),
  ].join('\n\n')}\n`;
}

const motivation = ({
  options,
  exportedAt,
  toolVersion,
}: DatasetFacts) => `# ${options.about.title || 'Sketchfab likes'}

## Motivation

Who liked which 3D model on [Sketchfab](https://sketchfab.com/): implicit feedback for work on recommender systems, in
the form of the rec-a-sketch data of 2016 and in newer ones. Users are pseudonymized; read "Privacy" before you pass
this on.

Made on ${exportedAt.toISOString().slice(0, 10)} by Likes Out ${toolVersion}, a browser extension. A person collected the data in a
browser; this is no publication of Sketchfab. \`datapackage.json\` says the same for machines, with a hash of every file.`;

const files = (tables: readonly Table[]) => `## Files

${tables.map(tableSection).join('\n\n')}`;

const tableSection = ({ path, about, columns, key }: Table) => `### ${path}

${about} Sorted by and unique in (${key.join(', ')}).

| column | meaning |
|---|---|
${columns.map((column) => `| ${column.name} | ${column.about} |`).join('\n')}`;

const uses = `## Uses

- Made for: recommenders from implicit feedback, their evaluation, and the study of popularity.
- A like is all there is: no ratings, no dislikes, no times, so no split by time.
- Not for: finding people again, profiles of persons, decisions about them, or training generative models on works whose
  makers refuse that. The column \`no_ai\` of \`items\` tells where the site showed such a refusal.`;

const distribution = ({ options: { about } }: DatasetFacts) => `## Distribution

${about.licence ? `Licence: ${about.licence}. It was chosen by whoever made this file.` : noLicence}
${about.url ? `\nPublished at ${about.url}\n` : ''}
The likes were published by the users of Sketchfab under its terms. Whoever passes this on settles first that those
terms and the law allow it.`;

const noLicence = 'Licence: none is given, and the tool does not make one up.';

const maintenance = ({ options: { about } }: DatasetFacts) => `## Maintenance

${about.creator ? `Made by ${about.creator}.` : 'Nobody is named here as the maker. Whoever passes this on writes down who answers for it.'} Who wants to be left out asks the maker${about.url ? `, see ${about.url}` : ''}; the tool leaves
out users by name or id, and models by id, and the dataset is then made anew.`;

/** The head of the README by which Hugging Face knows a dataset. JSON's strings are YAML's too. */
export function huggingFaceCard({ options: { about } }: DatasetFacts, tables: readonly Table[]): string {
  const parquet = tables.filter(({ form }) => form === 'parquet');
  const configs = parquet.map(
    ({ name, path }, index) =>
      `- {config_name: ${name}, data_files: ${path}${index === 0 ? ', default: true' : ''}}`,
  );
  return [
    '---',
    `pretty_name: ${JSON.stringify(about.title || 'Sketchfab likes')}`,
    ...licence(about.licence),
    'tags: [recommender-systems, implicit-feedback]',
    ...(configs.length > 0 ? ['configs:', ...configs] : []),
    '---',
  ].join('\n');
}

// The short names of licences that Hugging Face knows look like this, all in lower case.
const shortName = /^[a-z][a-z\d.]*(?:-[a-z\d.]+)+$|^(?:mit|other|unknown)$/;

function licence(text: string): string[] {
  const lower = text.toLowerCase();
  if (shortName.test(lower)) return [`license: ${lower}`];
  const isAddress = /^https?:\/\//i.test(text);
  const key = isAddress ? 'license_link' : 'license_name';
  return ['license: other', ...(text === '' ? [] : [`${key}: ${JSON.stringify(text)}`])];
}
