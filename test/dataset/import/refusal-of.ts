import { expect } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { ImportError, type ImportProblem } from '../../../src/dataset/zip/import-error';

/** Why this zip is refused; fails if it is accepted or breaks the reader in another way. */
export async function refusalOf(zip: Blob): Promise<ImportProblem> {
  const outcome = await readDataset(zip).then(
    () => 'imported',
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(ImportError);
  return (outcome as ImportError).problem;
}
