import type { Snapshot } from '../snapshot';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

/** What auto-capture does right now, beside its switch. */
export function sayPageCounts({
  settings,
  hasAccess,
  pageCounts,
}: Pick<Snapshot, 'settings' | 'hasAccess' | 'pageCounts'>): string {
  if (!settings.autoCapture) return 'Off: nothing is noted while you browse';
  if (!hasAccess) return 'On, but it needs access to Sketchfab';
  if (!pageCounts) return 'Notes the models on pages you open';
  const { modelsOnPage, newModels } = pageCounts;
  if (modelsOnPage === 0) return 'No models on this page';
  return `${sayCount(modelsOnPage, 'model')} on this page, ${newModels === 0 ? 'none' : sayNumber(newModels)} of them new`;
}
