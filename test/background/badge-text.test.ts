import { expect, it } from 'vitest';
import { badgeText } from '../../src/background/badge-text';

it.each([
  [false, 24, ''],
  [true, 0, 'on'],
  [true, 24, '24'],
  [true, 4_999, '4999'],
  [true, 12_345, '12k'],
])('capturing %s with %i models on the page shows %j', (isCapturing, models, text) => {
  expect(badgeText(isCapturing, models)).toBe(text);
});
