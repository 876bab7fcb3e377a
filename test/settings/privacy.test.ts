import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { isPrivacyNews, privacyChangedOn } from '../../src/settings/privacy';
import { parseSettings } from '../../src/settings/settings';

describe('the announcement of a changed privacy policy', () => {
  it('names the day that the policy itself does', () => {
    const policy = readFileSync(join(root, 'PRIVACY.md'), 'utf8');
    const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
    expect(policy).toContain(`Last changed on ${day.format(Date.parse(privacyChangedOn))}.`);
  });

  it.each([
    ['who agreed to an earlier policy', { consent: true, privacySeen: '2026-01-31' }, true],
    ['who agreed to this policy', { consent: true, privacySeen: privacyChangedOn }, false],
    ['who has not agreed', { consent: false, privacySeen: '2026-01-31' }, false],
    ['of whom it is not known', { consent: true }, false],
    ['whose setting is damaged', { consent: true, privacySeen: 'yesterday' }, false],
  ])('for somebody %s', (_, stored, isShown) => {
    expect(isPrivacyNews(parseSettings(stored))).toBe(isShown);
  });
});
