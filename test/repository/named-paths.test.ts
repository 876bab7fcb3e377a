import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { sourceFiles } from './source-files';

const files = sourceFiles();
const documents = files.filter((path) => path.endsWith('.md') && !path.startsWith('test/fixtures/'));
const fileNames = new Set(files.map((path) => basename(path)));
const topFolders = [
  ...new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]!)),
];

/** Paths of the repository in backticks: under a top-level folder, or a bare name of a source file. */
function namedPaths(markdown: string): string[] {
  const code = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text!.replace(/\/$/, ''));
  return code.filter(
    (text) =>
      /^[\w./@-]+$/.test(text) &&
      (topFolders.includes(text.split('/')[0]!) || /\w\.(?:tsx?|m?js|css)$/.test(text)),
  );
}

const exists = (path: string) =>
  path.includes('/') ? existsSync(join(root, path)) : fileNames.has(path) || existsSync(join(root, path));

// Documents also name files that commands write.
const made = /^(?:dist|out|test-results|node_modules)(?:\/|$)/;

describe.each(documents)('%s', (document) => {
  const markdown = readFileSync(join(root, document), 'utf8');

  it('names only files and folders that exist', () => {
    expect(namedPaths(markdown).filter((path) => !made.test(path) && !exists(path))).toEqual([]);
  });

  it('links only to files that exist', () => {
    const targets = [...markdown.matchAll(/\]\(([^)\s]+)\)/g), ...markdown.matchAll(/src="([^"]+)"/g)]
      .map(([, target]) => target!.split('#')[0]!)
      .filter((target) => target !== '' && !/^[a-z]+:/.test(target));
    expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([]);
  });
});

describe('paths in backticks', () => {
  it.each([
    ['see `src/crawl/decide.ts`', ['src/crawl/decide.ts']],
    ['see `decide.ts` and `docs/`', ['decide.ts', 'docs']],
    ['see `/v3/models`, `Retry-After` and `data/model_urls.psv`', []],
  ])('are found in %j', (markdown, expected) => {
    expect(namedPaths(markdown)).toEqual(expected);
  });
});
