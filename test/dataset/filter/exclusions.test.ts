import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import {
  type Collected,
  exclusionEntries,
  findExclusions,
  mergeExclusions,
} from '../../../src/dataset/filter/exclusions';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import type { UserUid } from '../../../src/sketchfab/user-uid';

const hex = '0123456789abcdef0123456789abcdef';
const model = 'abcdefabcdefabcdefabcdefabcdef12';
const lists = { usernames: [], userUids: [], modelUids: [] };
const collected: Collected = {
  userUids: stringListOf(['u1', '16271', hex] as UserUid[]),
  modelUids: stringListOf([model] as ModelUid[]),
  usernames: new Map([['u1', 'Ad\u00e4']] as [UserUid, string][]),
  importedIdOf: null,
};

function find(given: { usernames?: string[]; userUids?: string[]; modelUids?: string[] }, from = collected) {
  const excluded = { ...lists, ...given };
  const { users, models, unmatched } = findExclusions(excluded, from);
  const texts = exclusionEntries(excluded).map(({ text }) => text);
  return { out: [...users, ...models], unmatched: unmatched.map((index) => texts[index]) };
}

describe('the exclusion lists', () => {
  it('leave out nobody while they are empty', () => {
    expect(find({})).toEqual({ out: [], unmatched: [] });
  });

  it('match by name, id or address', () => {
    const modelUids = [`https://sketchfab.com/3d-models/a-fox-${model}`];
    expect(find({ usernames: ['@ADa\u0308'], userUids: [hex], modelUids })).toEqual({
      out: ['u1', hex, model],
      unmatched: [],
    });
  });

  it.each(['usernames', 'userUids', 'modelUids'])(
    'are understood whatever stands in the list of %s',
    (name) => {
      const text = `"ad\u00e4", 16271; https://sketchfab.com/3d-models/x-${model} https://example.com/y`;
      expect(find({ [name]: [text] })).toEqual({
        out: ['u1', '16271', model],
        unmatched: ['https://example.com/y'],
      });
    },
  );

  it('report an entry once, though it may be a name or an id', () => {
    expect(find({ usernames: ['16271', 'Adda', '999'], userUids: ['16271', '999'] })).toEqual({
      out: ['16271'],
      unmatched: ['Adda', '999'],
    });
  });

  it('match people by the id under which an import knows them', () => {
    const imported = {
      ...collected,
      userUids: stringListOf(['~16271', '~99'] as UserUid[]),
      importedIdOf: (uid: UserUid) => `~${uid}` as UserUid,
    };
    expect(find({ usernames: ['16271', 'somebody'] }, imported)).toEqual({
      out: ['~16271'],
      unmatched: ['somebody'],
    });
  });

  it('name everybody whom either of two copies names', () => {
    const one = { usernames: ['ada'], userUids: ['1', '2'], modelUids: [] };
    const other = { usernames: ['bob', 'ada'], userUids: [], modelUids: [model] };
    expect(mergeExclusions(one, other)).toEqual({
      usernames: ['ada', 'bob'],
      userUids: ['1', '2'],
      modelUids: [model],
    });
  });
});
