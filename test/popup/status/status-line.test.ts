import { describe, expect, it } from 'vitest';
import { calmHeadline } from '../../../src/popup/status/status-line';

const say = (word: 'crawling' | 'paused', headline: string) => ({ word, headline, detail: headline });
const first = calmHeadline(null, say('crawling', '38 minutes'), 1_000);

describe('the status line for screen readers', () => {
  it('announces a number at most every five seconds', () => {
    const early = calmHeadline(first, say('crawling', '37 minutes'), 5_999);
    expect(early.sentence.headline).toBe('38 minutes');
    expect(calmHeadline(early, say('crawling', '36 minutes'), 6_000).sentence.headline).toBe('36 minutes');
  });

  it('shows a new state at once', () => {
    expect(calmHeadline(first, say('paused', 'Paused'), 1_001).sentence.headline).toBe('Paused');
  });

  it('shows every change at once when no timer would bring it later', () => {
    const paused = calmHeadline(null, say('paused', '8 to go'), 1_000);
    expect(calmHeadline(paused, say('paused', '9 to go'), 1_001).sentence.headline).toBe('9 to go');
  });

  it('lets the detail line below change freely', () => {
    expect(calmHeadline(first, say('crawling', '37 minutes'), 1_001).sentence.detail).toBe('37 minutes');
  });
});
