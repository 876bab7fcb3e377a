import type { DatasetFacts } from '../dataset-summary';
import { buildCitation } from '../metadata/citation';
import { buildCroissant } from '../metadata/croissant';
import { writeDescriptor } from '../metadata/data-package';
import { buildReadme } from '../metadata/readme';
import { buildStats } from '../metadata/stats-json';
import { datasetTables } from '../tables/dataset-tables';
import { stateMeanings } from '../tables/model-states';

/**
 * README and metadata as they would be for an empty dataset: every word of the tool and of the exporting person, none
 * of the site. A user whose name is one of these words does not block an export.
 */
export function boilerplateTexts(facts: DatasetFacts, paths: readonly string[]): readonly string[] {
  const tables = datasetTables(facts.options);
  const empty: DatasetFacts = {
    ...facts,
    modelsByState: new Map(Object.keys(stateMeanings).map((state) => [state, 0])),
    files: paths
      .filter((path) => path !== 'datapackage.json')
      .map((path) => ({ path, bytes: 0, sha256: '0'.repeat(64) })),
  };
  return [
    buildReadme(empty, tables),
    buildCitation(empty),
    buildCroissant(empty, tables),
    buildStats(empty),
    ...writeDescriptor(
      empty,
      tables,
      Object.keys(stateMeanings).map((state) => ({ mid: '', state, cause: null })),
    ),
  ];
}
