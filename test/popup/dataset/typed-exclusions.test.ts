import { describe, expect, it } from 'vitest';
import { parseDatasetOptions } from '../../../src/dataset/dataset-options';
import { exclusionLines, typedExclusions } from '../../../src/popup/dataset/typed-exclusions';

const hex = '0123456789abcdef'.repeat(2);
const old = 'aB3'.repeat(9);
const none = { usernames: [], userUids: [], modelUids: [] };

describe('users and models to leave out', () => {
  it.each([
    ['somebody', { ...none, usernames: ['somebody'] }],
    ['www.sketchfab.com/somebody', { ...none, usernames: ['https://sketchfab.com/somebody'] }],
    ['16271', { ...none, usernames: ['16271'], userUids: ['16271'] }],
    [hex, { usernames: [hex], userUids: [hex], modelUids: [hex] }],
    [old, { ...none, usernames: [old], modelUids: [old] }],
    [
      `http://sketchfab.com/3d-models/chair-${hex}?utm=1`,
      { ...none, modelUids: [`https://sketchfab.com/3d-models/chair-${hex}`] },
    ],
    ['https://example.com/somebody', { ...none, usernames: ['https://example.com/somebody'] }],
  ])('are stored on every list that %s may belong to', (text, expected) => {
    expect(typedExclusions(`\n  ${text}\r\n\n`)).toEqual(expected);
  });

  it('come back each once, also after they were stored, and say the same again', () => {
    const typed = typedExclusions(
      `"somebody", 16271;https://example.com/x ${hex}\nsketchfab.com/3d-models/a-${hex}`,
    );
    const { excluded } = parseDatasetOptions({ excluded: JSON.parse(JSON.stringify(typed)) as unknown });
    const lines = exclusionLines(excluded);
    expect([...lines].sort()).toEqual(
      [hex, '16271', 'https://example.com/x', `https://sketchfab.com/3d-models/a-${hex}`, 'somebody'].sort(),
    );
    expect(exclusionLines(typedExclusions(lines.join('\n')))).toEqual(lines);
  });
});
