import type { DatasetFacts } from '../dataset-summary';
import { spdxId, toUri } from './licence';

/** `CITATION.cff`: how to cite the dataset. JSON's strings are YAML's too, which no text of a person can break. */
export function buildCitation({ exportedAt, options }: DatasetFacts): string {
  const { title, creator, licence, url } = options.about;
  const license = spdxId(licence);
  const day = exportedAt.toISOString().slice(0, 10);
  const lines = [
    'cff-version: 1.2.0',
    'message: Please cite this dataset as below.',
    'type: dataset',
    `title: ${JSON.stringify(title || 'Sketchfab likes')}`,
    `authors: [{name: ${JSON.stringify(creator)}}]`,
    `version: ${JSON.stringify(datasetVersion(exportedAt))}`,
    `date-released: ${day}`,
    // The field has room for an id of SPDX and for nothing else.
    ...(license ? [`license: ${license}`] : []),
    ...(url ? [`url: ${JSON.stringify(toUri(url))}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Nobody counts versions of a dataset, so its day is its version, in the form that formats ask for. */
export function datasetVersion(exportedAt: Date): string {
  return [exportedAt.getUTCFullYear(), exportedAt.getUTCMonth() + 1, exportedAt.getUTCDate()].join('.');
}
