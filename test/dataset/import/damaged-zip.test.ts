import { describe, expect, it } from 'vitest';
import { readDataset } from '../../../src/dataset/import/read-dataset';
import { ImportError } from '../../../src/dataset/zip/import-error';
import { smallDataset } from '../merge/small-dataset';
import { refusalOf } from './refusal-of';

describe('reading a damaged zip', () => {
  it('refuses a file that is not a zip', async () => {
    expect((await refusalOf(new Blob([]))).code).toBe('notAZip');
    const page = '<!doctype html><title>Log in</title>'.repeat(9);
    expect((await refusalOf(new Blob([page]))).code).toBe('notAZip');
  });

  it('refuses a zip that is truncated anywhere', async () => {
    const whole = Buffer.from(await smallDataset().arrayBuffer());
    for (let length = 0; length < whole.length; length += 7) {
      const expected = length < 4 ? 'notAZip' : 'truncatedZip';
      expect((await refusalOf(new Blob([whole.subarray(0, length)]))).code).toBe(expected);
    }
  });

  it('refuses a zip with something before or after it', async () => {
    const zip = smallDataset();
    expect((await refusalOf(new Blob(['#!/bin/sh\n', zip]))).code).toBe('wrongZipLength');
    expect((await refusalOf(new Blob([zip, 'x']))).code).toBe('wrongZipLength');
  });

  it('refuses a zip with any byte changed, or reads it as before', { timeout: 60_000 }, async () => {
    const whole = Buffer.from(await smallDataset().arrayBuffer());
    const right = await readDataset(new Blob([whole]));
    let refused = 0;
    for (let at = 0; at < whole.length; at += 1) {
      const changed = Buffer.from(whole);
      changed[at]! ^= 0x10;
      const outcome = await readDataset(new Blob([changed])).catch((error: unknown) => error);
      if (outcome instanceof ImportError) refused += 1;
      else expect(outcome).toEqual(right);
    }
    // The rest is dates, versions, and descriptor text that nobody reads.
    expect(refused / whole.length).toBeGreaterThan(0.8);
  });
});
