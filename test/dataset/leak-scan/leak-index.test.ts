import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { stringListOf } from '../../../src/dataset/columns/string-list';
import { createLeakIndex } from '../../../src/dataset/leak-scan/leak-index';
import { buffersOf } from '../../../src/workers/call-worker';
import { hex } from './leak-scan-rig';

describe('the leak index', () => {
  it('contains no id and no name in plain text', () => {
    const [ids, names] = [
      [hex('ada'), hex('bob'), '16271'],
      ['ada_lovelace', 'bob.the.builder'],
    ];
    const index = createLeakIndex({
      models: { uids: stringListOf([]) },
      likes: { userUids: stringListOf(ids.slice(1)) },
      users: { otherUserUids: stringListOf(ids.slice(0, 1)), usernames: stringListOf(names) },
    });
    const contents = buffersOf(index).map((buffer) => Buffer.from(buffer).toString('latin1'));
    expect(contents.length).toBeGreaterThan(3);
    for (const text of [...ids, ...names]) {
      expect(contents.filter((bytes) => bytes.includes(text))).toEqual([]);
    }
  });
});
