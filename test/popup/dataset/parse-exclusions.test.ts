import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { findExclusions } from '../../../src/dataset/filter/exclusions';
import { exclusionLines, parseExclusions } from '../../../src/popup/dataset/parse-exclusions';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';

const hex = '0123456789abcdef'.repeat(2);
const old = 'aB3'.repeat(9);
const none = { usernames: [], userUids: [], modelUids: [] };

describe('the list of users and models to leave out', () => {
  it.each([
    ['somebody', { ...none, usernames: ['somebody'] }],
    ['@Some-Body', { ...none, usernames: ['@Some-Body'] }],
    ['www.sketchfab.com/somebody', { ...none, usernames: ['https://sketchfab.com/somebody'] }],
    ['16271', { ...none, usernames: ['16271'], userUids: ['16271'] }],
    [hex, { ...none, userUids: [hex], modelUids: [hex] }],
    [old, { ...none, usernames: [old], modelUids: [old] }],
    [
      `http://sketchfab.com/3d-models/chair-${hex}?utm=1`,
      { ...none, modelUids: [`https://sketchfab.com/3d-models/chair-${hex}?utm=1`] },
    ],
  ])('takes %s for everything that it may be', (line, expected) => {
    expect(parseExclusions(`\n  ${line}\r\n\n`)).toEqual(expected);
  });

  it('returns each entry once, and gives the same when parsed again', () => {
    const parsed = parseExclusions(`somebody\n16271\n${hex}`);
    expect(exclusionLines(parsed)).toEqual(['somebody', '16271', hex]);
    expect(parseExclusions(exclusionLines(parsed).join('\n'))).toEqual(parsed);
  });

  it('leaves out exactly those who were meant', () => {
    const users = ['16271', 'ab'.repeat(16), 'cd'.repeat(16)] as UserUid[];
    const models = [hex, 'ef'.repeat(16)] as ModelUid[];
    const names = new Map([[users[1]!, 'SomeBody']]);
    const typed = `sketchfab.com/somebody\n16271\nsketchfab.com/3d-models/a-chair-${hex}`;
    const excluded = findExclusions(parseExclusions(typed), stringListOf(users), stringListOf(models), names);
    expect([...excluded.users].sort()).toEqual(['16271', users[1]]);
    expect([...excluded.models]).toEqual([hex]);
  });
});
