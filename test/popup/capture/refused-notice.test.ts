// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RefusedNotice } from '../../../src/popup/capture/refused-notice';
import { noon } from '../snapshot-of';

afterEach(() => render(null, document.body));

function textFor(refused: Parameters<typeof RefusedNotice>[0]['refused']): string {
  render(null, document.body);
  render(RefusedNotice({ refused, now: noon }), document.body);
  return document.body.textContent;
}

const one =
  'Auto-capture refused 1 report from a page in the last day: it held more than anyone can look at.';

describe('the notice about refused reports', () => {
  it('says nothing when none was refused', () => {
    expect(textFor(null)).toBe('');
  });

  it('says how many there were', () => {
    expect(textFor({ since: noon, reports: 1, fullUntil: null })).toBe(one);
    expect(textFor({ since: noon, reports: 1_204, fullUntil: null })).toContain('refused 1,204 reports');
  });

  it('says until when nothing is captured, as long as that is so', () => {
    expect(textFor({ since: noon, reports: 1, fullUntil: noon + 60_000 })).toContain('Capture goes on at ');
    expect(textFor({ since: noon, reports: 1, fullUntil: noon })).toBe(one);
  });
});
