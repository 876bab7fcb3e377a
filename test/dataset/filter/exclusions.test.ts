import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { findExclusions, countExclusions } from '../../../src/dataset/filter/exclusions';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';

const hex = '0123456789abcdef0123456789abcdef';
const model = 'abcdefabcdefabcdefabcdefabcdef12';
const users = stringListOf(['u1', '16271', hex] as UserUid[]);
const models = stringListOf([model] as ModelUid[]);
const names = new Map([['u1', 'Ada']] as [UserUid, string][]);

function use(lists: { usernames?: string[]; userUids?: string[]; modelUids?: string[] }) {
  const excluded = { usernames: [], userUids: [], modelUids: [], ...lists };
  return countExclusions(excluded, findExclusions(excluded, users, models, names).lists);
}

describe('the exclusion lists', () => {
  it('have no unknown entries while they are empty', () => {
    expect(use({})).toEqual({ listed: 0, unknown: 0 });
  });

  it('match by name, id or address', () => {
    const modelUids = [`https://sketchfab.com/3d-models/a-fox-${model}`];
    expect(use({ usernames: ['@ada'], userUids: [hex], modelUids })).toEqual({ listed: 3, unknown: 0 });
  });

  it('do not count an id that was found as an unknown name', () => {
    expect(use({ usernames: ['16271'], userUids: ['16271', hex], modelUids: [hex] })).toEqual({
      listed: 2,
      unknown: 0,
    });
  });

  it('count an unknown line once, even if it could be a name or an id', () => {
    expect(use({ usernames: ['Adda', '999'], userUids: ['999'] })).toEqual({ listed: 2, unknown: 2 });
    expect(use({ usernames: ['16271', 'Adda'], userUids: ['16271'] })).toEqual({ listed: 2, unknown: 1 });
  });
});
