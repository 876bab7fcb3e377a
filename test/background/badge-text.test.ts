import { expect, it } from 'vitest';
import { badgeText } from '../../src/background/badge-text';

it.each([
  [false, 24, ''],
  [true, 0, 'on'],
  [true, 24, '24'],
  [true, 4_999, '4999'],
  [true, 12_345, '12k'],
])('with capture %s and %i models on the page, the badge shows %j', (isCapturing, models, text) => {
  const status = { pageSerial: 1, modelsOnPage: models, newModels: 0 };
  expect(badgeText(isCapturing, status)).toBe(text);
});

it('the badge shows an exclamation mark on a page that must be reloaded, while capture is on', () => {
  expect(badgeText(true, 'needsReload')).toBe('!');
  expect(badgeText(false, 'needsReload')).toBe('');
});
