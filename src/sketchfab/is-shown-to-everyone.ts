import { isRecord } from './is-record';

/**
 * Whether a model is public according to the site's JSON. Users can open private models by their address, but those must
 * not be collected. A missing field counts as public: most responses list only public models and do not say so.
 */
export function isShownToEveryone(model: unknown): boolean {
  if (!isRecord(model)) return true;
  const { visibility, isPublished, isProtected, displayStatus } = model;
  const isVisible = typeof visibility !== 'string' || visibility.toLowerCase() === 'public';
  return isVisible && isPublished !== false && isProtected !== true && displayStatus !== 'deleted';
}
