import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explained, isAcceptable } from '../../scripts/lint-add-on.mjs';
import { root } from '../../scripts/root.mjs';

const known = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment', file: 'assets/index-abc.js' };

describe("a report of Mozilla's linter", () => {
  it('is acceptable without findings, and with explained warnings', () => {
    expect(isAcceptable({ errors: [], warnings: [] })).toBe(true);
    expect(isAcceptable({ errors: [], warnings: [known] })).toBe(true);
  });

  it.each([
    ['an error, even of a known kind', { errors: [known], warnings: [] }],
    ['a warning of a new kind', { errors: [], warnings: [known, { ...known, code: 'DANGEROUS_EVAL' }] }],
    [
      'a known warning in another file',
      { errors: [], warnings: [{ ...known, file: 'src/content/index.js' }] },
    ],
    ['a known warning without a file', { errors: [], warnings: [{ ...known, file: undefined }] }],
  ])('is not acceptable with %s', (_, report) => {
    expect(isAcceptable(report)).toBe(false);
  });

  it('has an explanation for reviewers of each accepted warning', () => {
    const note = readFileSync(join(root, 'docs', 'store', 'reviewers.md'), 'utf8');
    expect(explained.filter(({ code }) => !note.includes(`\`${code}\``))).toEqual([]);
  });
});
