import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyModel } from '../../src/models/model-filter';
import { defaultSort } from '../../src/models/model-sort';
import { formatModelsAddress, maxValues, parseModelsAddress } from '../../src/models/models-address';
import { filters, sorts } from './random-models';

const parse = parseModelsAddress;
const day = (text: string) => Date.parse(text) / 86_400_000;

describe('the address of a list of models', () => {
  it('says what is asked for, and nothing else', () => {
    expect(formatModelsAddress({ filter: everyModel, sort: defaultSort })).toBe('');
    const filter = {
      ...everyModel,
      text: 'low poly robot',
      state: ['partial', 'failed'],
      tag: ['a,b', 'c&d=e', '+1', '100%'],
      noAi: ['yes'],
      likes: { min: 10, max: 199 },
      added: { min: day('2026-11-17'), max: null },
    } as const;
    const sort = [
      { column: 'likes', isDescending: true },
      { column: 'name', isDescending: false },
    ] as const;
    expect(formatModelsAddress({ filter, sort })).toBe(
      'q=low+poly+robot&state=partial,failed&noai=yes&tag=a%2Cb,c%26d%3De,%2B1,100%25&likes=10-199&added=2026-11-17..&sort=-likes,name',
    );
  });

  it('comes back as it was', () => {
    fc.assert(
      fc.property(filters, sorts, (filter, sort) => {
        const asked = { filter: { ...filter, text: filter.text.toWellFormed() }, sort };
        const expected = { ...asked, sort: sort.length > 0 ? sort : defaultSort };
        expect(parse(formatModelsAddress(asked))).toEqual(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is understood as far as possible, whatever it is', () => {
    const part = fc.constantFrom(
      ...['q', 'state', 'tag', 'likes', 'added', 'sort', '__proto__', 'noai', '=', '&', ',', '-', '%', '%zz'],
      ...['partial', '10', '..', '2026-02-30', '\ud800', '+', '%2C', 'name', '99999999999999', '%ED%A0%80'],
    );
    const address = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(address, (text) => {
        const understood = parse(text);
        expect(parse(formatModelsAddress(understood))).toEqual(understood);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ['likes=5', { likes: { min: 5, max: 5 } }],
    ['likes=10-', { likes: { min: 10, max: null } }],
    ['likes=-10', { likes: { min: null, max: 10 } }],
    ['likes=0-1000000000', { likes: { min: 0, max: 1_000_000_000 } }],
    ['likes=-', {}],
    ['likes=many&likes=3-4', { likes: { min: 3, max: 4 } }],
    ['added=2026-11-17', { added: { min: day('2026-11-17'), max: day('2026-11-17') } }],
    ['read=..2026-11-17', { read: { min: null, max: day('2026-11-17') } }],
    // The end of the range is no day, so the range would have none.
    ['added=2026-11-17..2026-02-30', {}],
    ['state=partial&state=failed,nonsense,partial', { state: ['partial', 'failed'] }],
    ['tag=%E0%A4%A,fox,,fox', { tag: ['fox'] }],
    ['q=a,b', { text: 'a,b' }],
    ['tag', {}],
    ['tags', {}],
    ['TAG=fox', {}],
  ])('%j asks for %j', (address, filter) => {
    expect(parse(address)).toEqual({ filter: { ...everyModel, ...filter }, sort: defaultSort });
  });

  it('sorts by each column once, and as always if it names none', () => {
    expect(parse('sort=-likes,bogus,likes,name').sort).toEqual([
      { column: 'likes', isDescending: true },
      { column: 'name', isDescending: false },
    ]);
    expect(parse('sort=bogus').sort).toEqual(defaultSort);
  });

  it('of a hundred thousand values is read at once, and keeps a hundred', () => {
    const many = Array.from({ length: 100_000 }, (_, at) => `tag=${at}`).join('&');
    expect(parse(many).filter.tag).toHaveLength(maxValues);
    expect(parse(`q=${'x'.repeat(1_000_000)}`).filter.text).toHaveLength(200);
  });
});
