import { describe, expect, it } from 'vitest';
import { whyNot } from '../../src/popup/why-not';
import { countersOf, firstDay, overviewOf } from './snapshot-of';

describe('the reason why there is nothing to crawl or download', () => {
  it('is that nothing was captured', () => {
    expect(whyNot(firstDay)).toBe('Nothing is captured yet.');
  });

  it('is null as soon as there is a model, complete or not', () => {
    for (const state of ['new', 'complete', 'gone', 'failed'] as const)
      expect(whyNot({ overview: overviewOf(countersOf({ [state]: 1 })) })).toBeNull();
  });

  it('is that the stored data has not been read', () => {
    expect(whyNot({ overview: null })).toBe('The stored data has not been read yet.');
  });
});
