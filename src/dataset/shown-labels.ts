import type { Label } from '../sketchfab/label';

/**
 * The texts of a model's tags or categories as tables tell them: each once, by code unit. Two labels of different
 * slugs may show the same text, and one of control characters alone shows none.
 */
export function shownLabels(labels: readonly Label[] | null): readonly string[] {
  const shown = new Set((labels ?? []).map((label) => label.name));
  shown.delete('');
  return [...shown].sort();
}
