import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type KeyFile,
  KeyFileError,
  type KeyFileProblem,
  parseKeyFile,
  writeKeyFile,
} from '../../../src/dataset/pseudonyms/key-file';

const keyFile: KeyFile = {
  projectId: '0123456789abcdef0123456789abcdef',
  key: 'the key that anonymize.py was given ',
  created: '2026-01-02T03:04:05.000Z',
  algorithm: 'hmac-md5',
};
const changed = (change: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...(JSON.parse(writeKeyFile(keyFile)) as object), ...change });

const invalid = (...fields: string[]): KeyFileProblem => ({ code: 'invalid', fields });

function problemOf(content: string): unknown {
  try {
    return parseKeyFile(content);
  } catch (error) {
    return error instanceof KeyFileError ? error.problem : error;
  }
}

describe('a key file', () => {
  it('returns what was saved, whatever the text of the key is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (key) => {
        expect(parseKeyFile(writeKeyFile({ ...keyFile, key }))).toEqual({ ...keyFile, key });
      }),
    );
  });

  it('is read with a byte order mark and with extra fields', () => {
    expect(parseKeyFile(`\uFEFF${changed({ note: 'for Ada' })}`)).toEqual(keyFile);
  });

  it.each<[string, KeyFileProblem]>([
    ['', { code: 'notJson' }],
    ['the key itself', { code: 'notJson' }],
    ['[]', invalid('format', 'version', 'projectId', 'key', 'created', 'algorithm')],
    ['null', invalid('format')],
    ['{}', invalid('format', 'version', 'projectId', 'key', 'created', 'algorithm')],
    ['x'.repeat(200_000), { code: 'tooLong' }],
    [changed({ format: 'other' }), invalid('format')],
    [changed({ version: 2 }), { code: 'tooNew' }],
    [changed({ version: '2' }), invalid('version')],
    [changed({ key: '' }), invalid('key')],
    [changed({ key: 7 }), invalid('key')],
    [changed({ key: undefined }), invalid('key')],
    [changed({ projectId: 'a b' }), invalid('projectId')],
    [changed({ created: 'yesterday' }), invalid('created')],
    [changed({ algorithm: 'md5' }), invalid('algorithm')],
  ])('is refused with what is wrong: %.60s', (content, problem) => {
    expect(problemOf(content)).toEqual(problem);
  });

  it('never reveals the key when it is refused', () => {
    const problem = problemOf(changed({ created: 'x', algorithm: 'y' }));
    expect(JSON.stringify(problem)).not.toContain('anonymize');
    expect(problem).toEqual(invalid('created', 'algorithm'));
  });
});
