import { isRecord } from './is-record';

/**
 * Whether the site's JSON of a model leaves it public. Private models can be opened by their address, so a person may
 * meet one; it is not ours to collect. Silence is no refusal: most answers hold public models only and do not say so.
 */
export function isShownToEveryone(model: unknown): boolean {
  if (!isRecord(model)) return true;
  const { visibility, isPublished, displayStatus } = model;
  const isVisible = typeof visibility !== 'string' || visibility.toLowerCase() === 'public';
  return isVisible && isPublished !== false && displayStatus !== 'deleted';
}
