import type { Label } from './label';

/** The tag by which an owner keeps a model out of generative AI. A tag without a slug is judged by its name. */
export function hasNoAiTag(tags: readonly Label[]): boolean {
  return tags.some(({ name, slug }) => (slug ?? name).toLowerCase() === 'noai');
}
