import type { LikesOutDatabase } from './database';
import { mergeSources, ownFacts } from './fact-sources';
import { removeStaging } from './imported-rows';
import type { ModelRow } from './model-row';
import { rewriteModels } from './rewrite-models';

/**
 * Removes a live import, inside the caller's transaction over imports, models, requests and states: its likes, its facts,
 * and the models that nothing else has brought. What was read here stays, even of a model that the import brought.
 */
export async function removeImport(db: LikesOutDatabase, staging: number): Promise<void> {
  await removeStaging(db, staging);
  await rewriteModels(db, (row) => withoutImport(row, staging));
}

/** Undefined for a model that nothing else has brought. */
function withoutImport(row: ModelRow, staging: number): ModelRow | undefined {
  if (!row.sources?.imports.some((source) => source.staging === staging)) return row;
  const { isCaptured } = row.sources;
  const rest = row.sources.imports.filter((source) => source.staging !== staging);
  const isRead = row.lastSweep >= 0 || row.state !== 'new' || row.hasAskedForFacts;
  if (rest.length === 0 && !isCaptured && !isRead) return undefined;
  return mergeSources(ownFacts(row), rest, isCaptured);
}
