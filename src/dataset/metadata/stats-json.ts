import type { DatasetFacts } from '../dataset-summary';
import { sortedStates } from '../tables/model-states';

/** `stats.json`: the statistics of the README and more, for machines. */
export function buildStats(facts: DatasetFacts): string {
  const { rows, likes, models } = facts.statistics;
  const stats = {
    exportedAt: facts.exportedAt.toISOString(),
    toolVersion: facts.toolVersion,
    rows,
    likes,
    models: { ...models, modelsByState: Object.fromEntries(sortedStates(models.modelsByState)) },
    crawl: facts.collection,
    filters: facts.filters,
  };
  return `${JSON.stringify(stats, null, 2)}\n`;
}
