import { describe, expect, it } from 'vitest';
import { whyNot } from '../../src/popup/next-step';
import { countersOf, firstDay, overviewOf } from './snapshot-of';

describe('why there is nothing to crawl or download', () => {
  it('is that nothing was captured', () => {
    expect(whyNot(firstDay)).toBe('Nothing is captured yet.');
  });

  it('is nothing as soon as there is a model, complete or not', () => {
    for (const state of ['new', 'complete', 'gone', 'failed'] as const)
      expect(whyNot({ overview: overviewOf(countersOf({ [state]: 1 })) })).toBeNull();
  });

  it('is that the stored data were not read', () => {
    expect(whyNot({ overview: null })).toBe('The stored data are not read yet.');
  });
});
