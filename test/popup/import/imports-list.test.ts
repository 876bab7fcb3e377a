import { describe, expect, it } from 'vitest';
import { groupImports } from '../../../src/popup/import/imports-list';

describe('the list of imports', () => {
  it('is grouped by key, as a download uses one of them', () => {
    expect(
      groupImports([
        { keyId: '1a2b3c4d', likes: 28_000 },
        { keyId: '99887766', likes: 1 },
        { keyId: '1a2b3c4d', likes: 11 },
      ]),
    ).toEqual([
      { keyId: '1a2b3c4d', imports: 2, likes: 28_011 },
      { keyId: '99887766', imports: 1, likes: 1 },
    ]);
  });

  it('names no key for imports without likes', () => {
    expect(
      groupImports([
        { keyId: null, likes: 0 },
        { keyId: '1a2b3c4d', likes: 0 },
      ]),
    ).toEqual([{ keyId: null, imports: 2, likes: 0 }]);
  });
});
