import type { Label } from './label';

/** Whether the owner has tagged the model `noai`, which excludes it from generative AI. Without a slug the name counts. */
export function hasNoAiTag(tags: readonly Label[]): boolean {
  return tags.some(({ name, slug }) => (slug ?? name).toLowerCase() === 'noai');
}
