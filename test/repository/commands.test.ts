import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the npm commands that a document names', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Readonly<Record<string, string>> };

  it.each([
    'README.md',
    'CONTRIBUTING.md',
    'docs/releasing.md',
    'docs/store/reviewers.md',
    '.github/workflows/test.yml',
  ])('exist (%s)', (name) => {
    const named = [...read(name).matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g)].map(
      ([, script, short]) => script ?? short ?? '',
    );
    expect(named).not.toEqual([]);
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});
