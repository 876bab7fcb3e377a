import type { DatasetFacts } from '../dataset-summary';
import { spdxId, toUri } from './licence';

/** `CITATION.cff`. Texts that a person typed are written as JSON strings, which are valid YAML whatever they contain. */
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
    // The field allows nothing but an SPDX id.
    ...(license ? [`license: ${license}`] : []),
    ...(url ? [`url: ${JSON.stringify(toUri(url))}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** Datasets are not numbered, so the day is the version, in the dotted form that CFF and Croissant expect. */
export function datasetVersion(exportedAt: Date): string {
  return [exportedAt.getUTCFullYear(), exportedAt.getUTCMonth() + 1, exportedAt.getUTCDate()].join('.');
}
