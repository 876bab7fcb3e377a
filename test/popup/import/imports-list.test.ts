import { describe, expect, it } from 'vitest';
import { importsListText } from '../../../src/popup/import/imports-list';

describe('what was taken in so far', () => {
  it('is said key by key, as a download goes by one of them', () => {
    expect(
      importsListText([
        { keyId: '1a2b3c4d', likes: 28_000 },
        { keyId: '99887766', likes: 1 },
        { keyId: '1a2b3c4d', likes: 11 },
      ]),
    ).toEqual([
      { keyId: '1a2b3c4d', imports: '2 imports', likes: '28,011 likes' },
      { keyId: '99887766', imports: '1 import', likes: '1 like' },
    ]);
  });

  it('names no key for imports of which no like was taken in', () => {
    const likes = 'no likes, only facts of models';
    expect(
      importsListText([
        { keyId: null, likes: 0 },
        { keyId: '1a2b3c4d', likes: 0 },
      ]),
    ).toEqual([{ keyId: null, imports: '2 imports', likes }]);
  });
});
