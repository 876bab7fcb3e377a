import { describe, expect, it } from 'vitest';
import type { PageSnapshot } from '../../src/popup/page-snapshot';
import { createPageState } from '../../src/popup/page-state';
import { firstDay } from './snapshot-of';

describe('the state of the page', () => {
  it('renders nothing until it is asked to, then at once and after each change', () => {
    const state = createPageState(firstDay);
    const drawn: PageSnapshot[] = [];
    state.change({ keptBytes: 1 });
    state.drawWith((snapshot) => drawn.push(snapshot));
    state.change({ keptBytes: 2 });
    expect(drawn.map(({ keptBytes }) => keptBytes)).toEqual([1, 2]);
  });

  it('keeps errors with different causes apart until each is resolved', () => {
    const state = createPageState(firstDay);
    state.setError('store', 'No data.');
    state.setError('action', 'No crawl.');
    expect(state.read().errors).toEqual(['No data.', 'No crawl.']);
    state.setError('store', null);
    expect(state.read().errors).toEqual(['No crawl.']);
  });
});
