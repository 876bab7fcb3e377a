import { type DatasetFacts, datasetFileName } from '../dataset-summary';
import type { Table } from '../tables/table';
import { collectionSection } from './readme-collection';
import { compositionSection } from './readme-composition';
import { loadingSection } from './readme-loading';
import { preprocessingSection } from './readme-preprocessing';
import { privacySection } from './readme-privacy';
import { statisticsSection } from './readme-statistics';

/**
 * README.md of the zip: what a person needs to use the data correctly. Every number comes from `facts`; the headings
 * are those of "Datasheets for Datasets" (Gebru et al., 2018).
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

Who liked which 3D model on [Sketchfab](https://sketchfab.com/): implicit feedback for research on recommender systems,
in the format of the rec-a-sketch data of 2016 and in newer formats. Users are pseudonymized; read "Privacy" before you
share this dataset.

Created on ${exportedAt.toISOString().slice(0, 10)} by Likes Out ${toolVersion}, a browser extension. A person collected the data in a
browser; Sketchfab did not publish it. \`datapackage.json\` describes the dataset for machines, with a hash of every file.`;

const files = (tables: readonly Table[]) => `## Files

${tables.map(tableSection).join('\n\n')}`;

const tableSection = ({ path, about, columns, key }: Table) => `### ${path}

${about} Rows are sorted by (${key.join(', ')}), which is unique.

| column | meaning |
|---|---|
${columns.map((column) => `| ${column.name} | ${column.about} |`).join('\n')}`;

const uses = `## Uses

- Intended for recommenders from implicit feedback, their evaluation, and research on popularity.
- There are only likes: no ratings, no dislikes, and no times, so the data cannot be split by time.
- Not intended for identifying people, profiling them, making decisions about them, or training generative models on
  works whose makers object to it. The column \`no_ai\` of \`items\` says where the site showed such an objection.`;

const distribution = ({ options: { about } }: DatasetFacts) => `## Distribution

${about.licence ? `Licence: ${about.licence}. It was chosen by whoever created this dataset.` : noLicence}
${about.url ? `\nPublished at ${about.url}\n` : ''}
The likes were published by the users of Sketchfab under its terms. Before you share this dataset, make sure that those
terms and the law allow it.`;

const noLicence = 'Licence: none was given, and Likes Out does not choose one.';

const maintenance = ({ options: { about } }: DatasetFacts) => `## Maintenance

${about.creator ? `Created by ${about.creator}.` : 'No creator was named. If you share this dataset, add who is responsible for it.'} To be left out, ask the creator${about.url ? `, see ${about.url}` : ''}: Likes Out can
exclude users by name or id and models by id, and create the dataset again.`;

/** The YAML front matter by which Hugging Face recognizes a dataset. A JSON string is a YAML string too. */
function huggingFaceCard({ options: { about } }: DatasetFacts, tables: readonly Table[]): string {
  const parquet = tables.filter(({ form }) => form === 'parquet');
  const configs = parquet.map(
    ({ name, path }, index) =>
      `- {config_name: ${name}, data_files: ${path}${index === 0 ? ', default: true' : ''}}`,
  );
  return [
    '---',
    `pretty_name: ${JSON.stringify(about.title || 'Sketchfab likes')}`,
    ...licenceLines(about.licence),
    'tags: [recommender-systems, implicit-feedback]',
    ...(configs.length > 0 ? ['configs:', ...configs] : []),
    '---',
  ].join('\n');
}

// Hugging Face knows licences by short names of this form, all in lower case.
const shortName = /^[a-z][a-z\d.]*(?:-[a-z\d.]+)+$|^(?:mit|other|unknown)$/;

function licenceLines(text: string): string[] {
  const lower = text.toLowerCase();
  if (shortName.test(lower)) return [`license: ${lower}`];
  const isAddress = /^https?:\/\//i.test(text);
  const key = isAddress ? 'license_link' : 'license_name';
  return ['license: other', ...(text === '' ? [] : [`${key}: ${JSON.stringify(text)}`])];
}
