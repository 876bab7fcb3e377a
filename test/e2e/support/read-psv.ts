import { expect } from '@playwright/test';
import { parsePsv } from '../../dataset/tables/parse-psv';
import type { Files } from './unpack';

/** The records of a table below its header. */
export function readPsv(files: Files, path: string, header: readonly string[]): string[][] {
  const [first, ...records] = parsePsv(files.get(path)!.toString('utf8'));
  expect(first).toEqual(header);
  return records;
}
