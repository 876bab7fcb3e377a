import { ImportRefused } from './import-refused';
import type { ImportedDataset } from './imported-dataset';

/** Compares what was read with what `teller`, a file of the zip, tells. */
export function checkCounts(
  teller: string,
  told: { readonly models: number; readonly users: number; readonly likes: number },
  { models, pseudonyms, users }: Pick<ImportedDataset, 'models' | 'pseudonyms' | 'users'>,
): void {
  const found = { models: models.length, users: pseudonyms.length, likes: users.length };
  for (const name of ['models', 'users', 'likes'] as const) {
    if (found[name] === told[name]) continue;
    throw new ImportRefused(`${teller} tells of ${told[name]} ${name}, and the tables hold ${found[name]}.`);
  }
}
