import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyFile, parseKeyFile, writeKeyFile } from '../../../src/dataset/pseudonyms/key-file';

const keyFile: KeyFile = {
  projectId: '0123456789abcdef0123456789abcdef',
  key: 'the key that anonymize.py was given ',
  created: '2026-01-02T03:04:05.000Z',
  algorithm: 'hmac-md5',
};
const changed = (change: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...(JSON.parse(writeKeyFile(keyFile)) as object), ...change });

describe('a key file', () => {
  it('gives back what was saved, whatever text the key is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        expect(parseKeyFile(writeKeyFile({ ...keyFile, key }))).toEqual({ ...keyFile, key });
      }),
    );
  });

  it('is read when an editor put a mark before it, and when fields of its own were added', () => {
    expect(parseKeyFile(`\uFEFF${changed({ note: 'for Ada' })}`)).toEqual(keyFile);
  });

  it.each([
    ['', /not JSON/],
    ['the key itself', /not JSON/],
    ['[]', /must hold the fields|is missing|"format"/],
    ['null', /must hold the fields/],
    ['{}', /"format" is missing/],
    ['x'.repeat(200_000), /far too long/],
    [changed({ format: 'other' }), /"format" must be "likes-out-key"/],
    [changed({ version: 2 }), /a later one needs a later Likes Out/],
    [changed({ key: '' }), /"key" must be a text that is not empty/],
    [changed({ key: 7 }), /"key" must be a text/],
    [changed({ key: undefined }), /"key" is missing/],
    [changed({ projectId: 'a b' }), /"projectId" must be up to 64/],
    [changed({ created: 'yesterday' }), /"created" must be a date/],
    [changed({ algorithm: 'md5' }), /"algorithm" must be "hmac-sha256" or/],
  ])('is refused with what is wrong: %.60s', (content, message) => {
    expect(() => parseKeyFile(content)).toThrow(message);
  });

  it('never tells the key when it is refused', () => {
    expect(() => parseKeyFile(changed({ created: 'x', algorithm: 'y' }))).not.toThrow(/anonymize/);
    expect(() => parseKeyFile(changed({ created: 'x' }))).toThrow('"created"');
  });
});
