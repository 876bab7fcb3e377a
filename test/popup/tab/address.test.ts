import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from '../../../src/popup/tab/address';
import { viewAt, views } from '../../../src/popup/tab/views';

describe('the address of a view', () => {
  it.each([
    ['', { view: '', query: '' }],
    ['#', { view: '', query: '' }],
    ['#dataset', { view: 'dataset', query: '' }],
    ['#models?state=partial&tag=a%20b', { view: 'models', query: 'state=partial&tag=a%20b' }],
    ['#models?', { view: 'models', query: '' }],
    ['#models?q=a?b#c', { view: 'models', query: 'q=a?b#c' }],
    ['#download=0f', { view: 'download=0f', query: '' }],
    ['#%E0%A4%A', { view: '%E0%A4%A', query: '' }],
  ])('in %j is found', (hash, address) => {
    expect(parseAddress(hash)).toEqual(address);
  });

  it('is found again in a link, whatever the query', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[^?]*$/), fc.string(), (view, query) => {
        expect(parseAddress(formatAddress(view, query))).toEqual({ view, query });
      }),
    );
  });

  it('leads to its view, and to Overview if there is no such view', () => {
    for (const view of views) expect(viewAt(parseAddress(formatAddress(view.name, 'x=1')))).toBe(view);
    for (const hash of ['', '#', '#Dataset', '#recommended', '#constructor', '#download=0f', '#dataset/x'])
      expect(viewAt(parseAddress(hash)).name).toBe('overview');
  });
});
