import { buildCitation } from './citation';
import { buildCroissant } from './croissant';
import { buildDatasheet } from './datasheet';
import type { DatasetFacts } from './dataset-facts';
import { writeDescriptor } from './descriptor';
import { stateMeanings } from './state-meanings';
import { buildStats } from './stats-json';
import { tablesOf } from './tables-of';

/**
 * README and metadata as they would be of nothing, with every word of the tool and of the person who exports, and none
 * of the site. A user whose name is such a word does not stop an export.
 */
export function ownTexts(facts: DatasetFacts, paths: readonly string[]): readonly string[] {
  const tables = tablesOf(facts.choices);
  const nothing: DatasetFacts = {
    ...facts,
    modelsByState: new Map(Object.keys(stateMeanings).map((state) => [state, 0])),
    files: paths
      .filter((path) => path !== 'datapackage.json')
      .map((path) => ({ path, bytes: 0, sha256: '0'.repeat(64) })),
  };
  return [
    buildDatasheet(nothing, tables),
    buildCitation(nothing),
    buildCroissant(nothing, tables),
    buildStats(nothing),
    ...writeDescriptor(
      nothing,
      tables,
      Object.keys(stateMeanings).map((state) => ({ mid: '', state, cause: null })),
    ),
  ];
}
