import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayImport } from '../../layers.js';
import { root } from '../../scripts/root.mjs';

const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');

/** The rows of the table under a heading, as texts of their cells, without the header. */
function tableUnder(heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codeIn = (text: string) => [...text.matchAll(/`([^`\n]+)`/g)].map(([, code]) => code!);
/** The numbered files between two headings. */
const filesUnder = (heading: string) =>
  page
    .split(`\n### ${heading}\n`)[1]!
    .split(/\n##/)[0]!
    .split('\n')
    .filter((line) => /^\d+\. /.test(line));

describe('docs/architecture.md', () => {
  it('lists every layer with exactly the imports that layers.js allows', () => {
    const rows = tableUnder('Layers').map(([layer, , , imports]) => [
      codeIn(layer!)[0]!.replace('src/', ''),
      codeIn(imports!).toSorted(),
    ]);
    const allowed = Object.entries(mayImport).map(([layer, imports]) => [layer, imports.toSorted()]);
    expect(rows.toSorted()).toEqual(allowed.toSorted());
  });

  it('follows filtering through at most 9 files, and a zip through at most 12', () => {
    expect(filesUnder('Filtering a dataset').length).toBeGreaterThan(0);
    expect(filesUnder('Filtering a dataset').length).toBeLessThanOrEqual(9);
    expect(filesUnder('Importing a zip').length).toBeGreaterThan(0);
    expect(filesUnder('Importing a zip').length).toBeLessThanOrEqual(12);
  });

  it('names a file for everything one may want to change', () => {
    const rows = tableUnder('Where do I change …?');
    expect(rows.length).toBeGreaterThan(10);
    const withoutFile = rows.filter(
      ([, where]) => !codeIn(where!).some((code) => existsSync(join(root, code))),
    );
    expect(withoutFile).toEqual([]);
  });

  it('has a glossary of at most 25 lines', () => {
    expect(tableUnder('Glossary').length).toBeGreaterThan(0);
    expect(tableUnder('Glossary').length).toBeLessThanOrEqual(25);
  });
});
