import type { DatasetFacts } from './dataset-facts';
import type { Table } from './table';

/** The head of the README by which Hugging Face knows a dataset. JSON's strings are YAML's too. */
export function datasheetCard({ choices: { about } }: DatasetFacts, tables: readonly Table[]): string {
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
