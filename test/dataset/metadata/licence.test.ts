import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toUri } from '../../../src/dataset/metadata/licence';
import { brokenAt } from './data-package-rules';

describe('a web address as a URI', () => {
  it.each([
    ['a valid URI', 'https://example.org/data?a=1&b=%20#top', 'https://example.org/data?a=1&b=%20#top'],
    ['a scheme in capitals', 'HTTPS://Example.org/Data', 'https://example.org/Data'],
    ['non-ASCII characters', 'https://exämple.org/ö', 'https://xn--exmple-cua.org/%C3%B6'],
    ['a space and a stray per cent sign', 'https://example.org/a b/100%', 'https://example.org/a%20b/100%25'],
    ['brackets in host and path', 'http://[::1]:80/[x]', 'http://[::1]/%5Bx%5D'],
    ['two fragments', 'https://example.org/#a#b', 'https://example.org/#a%23b'],
  ])('opens the same page, for %s', (_, typed, written) => {
    expect(toUri(typed)).toBe(written);
  });

  it('is a valid URI for anything a browser accepts, and escaping it again changes nothing', () => {
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
