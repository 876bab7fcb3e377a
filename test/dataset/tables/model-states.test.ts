import { describe, expect, it } from 'vitest';
import { modelStates } from '../../../src/crawl/model-state';
import { sortedStates, stateMeanings } from '../../../src/dataset/tables/model-states';

describe('the states of models', () => {
  it('cover exactly the states of the crawl', () => {
    expect(Object.keys(stateMeanings).sort()).toEqual([...modelStates].sort());
  });

  it('have a fixed order, unknown states last', () => {
    const counted = new Map([
      ['zeta', 1],
      ['new', 2],
      ['alpha', 3],
      ['complete', 4],
    ]);
    expect(sortedStates(counted).map(([state]) => state)).toEqual(['complete', 'new', 'alpha', 'zeta']);
  });
});
