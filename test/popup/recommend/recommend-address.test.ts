import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatRecommendAddress,
  mostPicks,
  parsePseudonym,
  parseRecommendAddress,
  type RecommendAddress,
} from '../../../src/popup/recommend/recommend-address';
import { sampleUid } from './sample-likes';

const uid = sampleUid(7);

describe('the address of a recommendation', () => {
  it.each<[string, RecommendAddress]>([
    ['', { at: 'model', uid: null, isWrong: false }],
    [`model=${uid}`, { at: 'model', uid, isWrong: false }],
    ['tag=', { at: 'tag', tag: null }],
    ['tag=low%20poly%20%26%20co', { at: 'tag', tag: 'low poly & co' }],
    ['picks=', { at: 'person', picks: [], pseudonym: null }],
    [`picks=${uid},${sampleUid(8)}`, { at: 'person', picks: [uid, sampleUid(8)], pseudonym: null }],
    [`pseudonym=${'ab'.repeat(16)}`, { at: 'person', picks: [], pseudonym: 'ab'.repeat(16) }],
    ['quality', { at: 'quality' }],
  ])('"%s" is read and written the same', (query, address) => {
    expect(parseRecommendAddress(query)).toEqual(address);
    expect(formatRecommendAddress(address)).toBe(query);
  });

  it('may be anything, and then says that it names no model, or names nothing', () => {
    expect(parseRecommendAddress('model=<script>')).toEqual({ at: 'model', uid: null, isWrong: true });
    expect(parseRecommendAddress('picks=x,y,,z&pseudonym=raw')).toEqual({
      ...{ at: 'person', picks: [], pseudonym: null },
    });
    fc.assert(
      fc.property(fc.string(), (query) => {
        const read = parseRecommendAddress(query);
        expect(parseRecommendAddress(formatRecommendAddress(read))).toMatchObject(
          read.at === 'model' ? { at: 'model', uid: read.uid } : read,
        );
      }),
    );
  });

  it('takes no more picks than a list can start from, each once', () => {
    const many = Array.from({ length: 2 * mostPicks }, (_, at) => sampleUid(at));
    expect(parseRecommendAddress(`picks=${[...many, ...many].join(',')}`)).toMatchObject({
      picks: many.slice(0, mostPicks),
    });
  });

  it('takes pseudonyms as they are copied', () => {
    expect(parsePseudonym(` ${'AB'.repeat(16)}\n`)).toBe('ab'.repeat(16));
    expect(parsePseudonym('ab'.repeat(15))).toBeNull();
  });
});
