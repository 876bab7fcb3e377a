import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImportedLikes, mergeLikes, type OwnLikes } from '../../../src/dataset/merge/merge-likes';

const said = (pseudonyms: string[], seenAt: number, sweptAt: number | null = null): ImportedLikes => ({
  pseudonyms,
  seenAt: pseudonyms.map(() => seenAt),
  sweptAt,
  overrules: null,
});
const read = (pseudonyms: string[], from: number, to: number, complete = true): OwnLikes => ({
  ...{ pseudonyms, readBetween: [from, to], complete },
});
const unread: OwnLikes = { pseudonyms: [], readBetween: null, complete: false };

describe('the likes of a model from several sources', () => {
  it('are distinct and sorted by code unit', () => {
    expect(mergeLikes(read(['c', 'a'], 1, 1, false), [said(['a', 'b'], 2)])).toEqual(['a', 'b', 'c']);
  });

  it('are gone from an import if nobody saw them since the last complete reading began', () => {
    expect(mergeLikes(unread, [said(['a', 'b'], 5), said(['b'], 9, 8)])).toEqual(['b']);
    expect(mergeLikes(read(['b'], 8, 9), [said(['a', 'b'], 5)])).toEqual(['b']);
  });

  it('stay if they were seen after it', () => {
    expect(mergeLikes(unread, [said(['a'], 9), said(['b'], 8, 7)])).toEqual(['a', 'b']);
    expect(mergeLikes(unread, [said(['a'], 7), said(['b'], 8, 7)])).toEqual(['a', 'b']);
  });

  it('stay if they were read here, whatever an import says', () => {
    expect(mergeLikes(read(['a'], 1, 2), [said(['b'], 9, 8)])).toEqual(['a', 'b']);
  });

  it('are gone if a person believed an import about this very reading', () => {
    const believed = { ...said(['b'], 9, 8), overrules: [1, 2] as const };
    expect(mergeLikes(read(['a'], 1, 2), [believed])).toEqual(['b']);
    expect(mergeLikes(read(['a'], 1, 3), [believed])).toEqual(['a', 'b']);
    expect(mergeLikes(read(['a'], 1, 2), [believed, said(['a'], 8)])).toEqual(['a', 'b']);
    expect(mergeLikes(read(['a'], 1, 2), [{ ...believed, sweptAt: null }])).toEqual(['a', 'b']);
  });

  it('stay if no list was read completely', () => {
    expect(mergeLikes(read(['a'], 1, 1, false), [said(['b'], 100)])).toEqual(['a', 'b']);
  });

  it('are none without sources', () => {
    expect(mergeLikes(unread, [])).toEqual([]);
  });

  const source = fc.record({
    rows: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(9))),
    sweptAt: fc.option(fc.nat(9)),
    overrules: fc.constantFrom(null, [1, 2] as const),
  });
  const sources = fc.array(source, { maxLength: 4 }).map((all) =>
    all.map(({ rows, ...rest }) => ({
      pseudonyms: rows.map(([name]) => name),
      seenAt: rows.map(([, at]) => at),
      ...rest,
    })),
  );

  it('do not depend on the order of the imports or on repeated ones', () => {
    fc.assert(
      fc.property(sources, (all) => {
        const own = read(['a', 'b'], 1, 2);
        const merged = mergeLikes(own, all);
        expect(mergeLikes(own, all.toReversed())).toEqual(merged);
        expect(mergeLikes(own, [...all, ...all])).toEqual(merged);
      }),
    );
  });
});
