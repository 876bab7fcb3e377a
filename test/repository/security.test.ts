import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { browserAttacks, unitAttacks } from '../attacks/attack-tests';
import { holes } from '../attacks/holes';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security.md');

describe('docs/security.md', () => {
  it('names every test that `npm run test:attacks` runs', () => {
    const missing = [...unitAttacks, ...browserAttacks].filter((path) => !page.includes(`\`${path}\``));
    expect(missing).toEqual([]);
  });

  it('is linked by SECURITY.md, and has at most 120 lines', () => {
    expect(read('SECURITY.md')).toContain('(docs/security.md)');
    expect(page.split('\n').length).toBeLessThanOrEqual(120);
  });
});

describe('a hole that can be planted', () => {
  it.each(holes)('stands where it is looked for: $hole', ({ file, find }) => {
    expect(read(file).split(find)).toHaveLength(2);
  });
});
