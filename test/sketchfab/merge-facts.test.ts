import { describe, expect, it } from 'vitest';
import type { FactOrigin } from '../../src/sketchfab/fact-origins';
import { mergeFacts } from '../../src/sketchfab/merge-facts';
import { factsFrom, type ModelFacts, noFacts } from '../../src/sketchfab/model-facts';
import { modelUid } from '../crawl/small-world';

const uid = modelUid(1);
const told = (source: FactOrigin, facts: Partial<ModelFacts>) =>
  factsFrom(source, { ...noFacts(uid), ...facts });
const ofNobody = (facts: Partial<ModelFacts>): ModelFacts => ({ ...noFacts(uid), ...facts });

describe('of two sources of a fact', () => {
  const card = told('markup', { name: 'Card' });
  const json = told('pageJson', { name: 'Page' });
  const answer = told('answer', { name: 'Answer' });

  it.each([
    ['an answer over the JSON of a page', answer, json],
    ['an answer over markup', answer, card],
    ['the JSON of a page over its markup', json, card],
    ['markup over what has no source', card, ofNobody({ name: 'Import' })],
    [
      'an answer over what was stored before there were origins',
      answer,
      { ...ofNobody({ name: 'Old' }), origins: undefined as never },
    ],
  ])('the better one is believed, whichever is newer: %s', (_, better, other) => {
    for (const merged of [mergeFacts(better, other), mergeFacts(other, better)]) {
      expect(merged.name).toBe(better.name);
      expect(merged.origins).toEqual(better.origins);
    }
  });

  it('the newer of two equal ones is believed', () => {
    expect(mergeFacts(told('answer', { name: 'Renamed' }), answer).name).toBe('Renamed');
    expect(mergeFacts(told('markup', { name: 'Renamed' }), card).name).toBe('Renamed');
  });

  it('the one that speaks is believed where the better one is silent, and stays the source', () => {
    const merged = mergeFacts(told('markup', { tags: [] }), answer);
    expect(merged).toMatchObject({ name: 'Answer', tags: [], origins: { name: 'answer', tags: 'markup' } });
    expect(mergeFacts(told('answer', { tags: [] }), merged).origins).toEqual({
      name: 'answer',
      tags: 'answer',
    });
  });
});

describe('the number of likes', () => {
  it('is the newer one, with its own source', () => {
    const merged = mergeFacts(told('markup', { likeCount: 5 }), told('answer', { likeCount: 4 }));
    expect(merged).toMatchObject({ likeCount: 5, origins: { likeCount: 'markup' } });
  });
});

describe('the mark against generative AI', () => {
  const marks = (source: FactOrigin, noAi: boolean | null) => told(source, { noAi });
  const merged = (newer: ModelFacts, older: ModelFacts) => mergeFacts(newer, older).noAi;

  it('counts wherever it appears on a page', () => {
    expect(merged(marks('pageJson', false), marks('markup', true))).toBe(true);
    expect(merged(marks('markup', true), marks('pageJson', false))).toBe(true);
  });

  it('is cleared by an answer whose tags do not have it, and not set again by a page', () => {
    expect(merged(marks('answer', false), marks('markup', true))).toBe(false);
    expect(merged(marks('markup', true), marks('answer', false))).toBe(false);
  });

  it('is set by an answer whose tags have it, and not cleared by a page', () => {
    expect(merged(marks('answer', true), marks('pageJson', false))).toBe(true);
    expect(merged(marks('pageJson', false), marks('answer', true))).toBe(true);
  });

  it('is what the last answer says, as makers change their minds', () => {
    expect(merged(marks('answer', false), marks('answer', true))).toBe(false);
  });

  it('stays if an answer has no tags', () => {
    expect(merged(marks('answer', null), marks('markup', true))).toBe(true);
  });
});
