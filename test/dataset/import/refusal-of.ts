import { expect } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { ImportRefused } from '../../../src/dataset/zip/import-error';

/** Why this zip is not taken in; fails when it is, or when it breaks the reader in another way. */
export async function refusalOf(zip: Blob): Promise<string> {
  const outcome = await readDataset(zip).then(
    () => 'taken in',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ImportRefused);
  return (outcome as ImportRefused).message;
}
