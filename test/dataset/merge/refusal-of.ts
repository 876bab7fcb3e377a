import { expect } from 'vitest';
import { ImportRefused } from '../../../src/dataset/merge/import-refused';
import { readDatasetZip } from '../../../src/dataset/merge/read-dataset-zip';

/** Why this zip is not taken in; fails when it is, or when it breaks the reader in another way. */
export async function refusalOf(zip: Blob): Promise<string> {
  const outcome = await readDatasetZip(zip).then(
    () => 'taken in',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ImportRefused);
  return (outcome as ImportRefused).message;
}
