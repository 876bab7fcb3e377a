import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

type Package = {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** The packages that have a reason in a table headed `| package | why |`. A row may name several. */
function readExplained(markdown: string): string[] {
  const tables = markdown.matchAll(/^\|\s*package\s*\|\s*why\s*\|\n\|[-| ]+\|\n((?:\|.*\n?)*)/gim);
  const rows = [...tables].flatMap(([, body = '']) => body.split('\n')).map((row) => row.split('|'));
  const withReason = rows.filter(([, , why = '']) => why.trim() !== '');
  return withReason.flatMap(([, names = '']) =>
    [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
}

describe('every dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
  const all = { ...dependencies, ...devDependencies };

  it('has its reason in CONTRIBUTING.md, and every reason its dependency', () => {
    expect(readExplained(read('CONTRIBUTING.md')).sort()).toEqual(Object.keys(all).sort());
  });

  it('has an exact version, because the same rows must give the same zip everywhere', () => {
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual(
      [],
    );
  });

  it('for coverage has the same version as vitest', () => {
    expect(devDependencies['@vitest/coverage-v8']).toBe(devDependencies['vitest']);
  });
});
