import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { sourceFiles } from './source-files';

const maxLines = 250;

const lineCount = (path: string) => readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length;

describe('the files of src', () => {
  const files = sourceFiles('src');

  it(`have at most ${maxLines} lines each, styles included`, () => {
    expect(files.some((path) => path.endsWith('.css'))).toBe(true);
    expect(files.filter((path) => lineCount(path) > maxLines)).toEqual([]);
  });
});

describe('the styles of the popup', () => {
  it('are all imported by styles.css, the shared ones first', () => {
    const styles = readFileSync(join(root, 'src/popup/styles.css'), 'utf8');
    const imported = [...styles.matchAll(/@import '\.\/([^']+)'/g)].map(([, path]) => `src/popup/${path!}`);
    const present = sourceFiles('src/popup').filter(
      (path) => path.endsWith('.css') && !path.endsWith('/styles.css'),
    );
    expect(imported.toSorted()).toEqual(present.toSorted());
    expect(imported.slice(0, 2)).toEqual(['src/popup/design-tokens.css', 'src/popup/base.css']);
  });
});
