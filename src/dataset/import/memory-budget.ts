import type { TableFacts } from '../../sketchfab/model-facts';
import { ImportError } from '../zip/import-error';

/** In bytes, roughly. Models with ten labels each take as much as twenty times those of 2016. */
const maxBytes = 1_000_000_000;

/** Counts what is kept of a file, and throws once it is too much. */
export type MemoryBudget = (path: string, bytes: number) => void;

/**
 * For the models of one zip. In a compressed table a row of a hundred labels takes some bytes, so that a small zip can hold
 * more than the memory of a browser.
 */
export function createMemoryBudget(limit = maxBytes): MemoryBudget {
  let spent = 0;
  return (path, bytes) => {
    spent += bytes;
    if (spent > limit) throw new ImportError({ code: 'fileTooLarge', path });
  };
}

const [bytesPerModel, bytesPerLabel] = [400, 60];

export const bytesOfLabel = (text: string): number => bytesPerLabel + text.length;

/** Of other texts there are few. */
export function bytesOfModel({ name, tags, categories }: Pick<TableFacts, 'name' | 'tags' | 'categories'>) {
  const labels = [...(tags ?? []), ...(categories ?? [])];
  return labels.reduce((sum, label) => sum + bytesOfLabel(label.name), bytesPerModel + (name?.length ?? 0));
}
