import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUri } from '../../../src/dataset/metadata/licence';
import { brokenAt } from './data-package-rules';

describe('the address of a dataset in datapackage.json', () => {
  it.each([
    ['was in order', 'https://example.org/data?a=1&b=%20#top', 'https://example.org/data?a=1&b=%20#top'],
    ['had its scheme in capitals', 'HTTPS://Example.org/Data', 'https://example.org/Data'],
    ['had letters beyond ASCII', 'https://exämple.org/ö', 'https://xn--exmple-cua.org/%C3%B6'],
    ['had a space and a stray per cent', 'https://example.org/a b/100%', 'https://example.org/a%20b/100%25'],
    ['had brackets in its host and its path', 'http://[::1]:80/[x]', 'http://[::1]/%5Bx%5D'],
    ['had two fragments', 'https://example.org/#a#b', 'https://example.org/#a%23b'],
  ])('keeps its page when it %s', (_, typed, written) => {
    expect(toUri(typed)).toBe(written);
  });

  it('keeps the rules whatever a browser takes, and is not changed again', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(text, text, text, (path, query, fragment) => {
        const address = `https://example.org/${path}?${query}#${fragment}`;
        const uri = toUri(address);
        const resources = [{ name: 'a', path: 'a.psv' }];
        expect(brokenAt({ homepage: uri, licenses: [{ path: uri }], resources })).toEqual([]);
        expect(toUri(uri)).toBe(uri);
      }),
    );
  });
});
