import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedHash } from '../../src/dataset/keyed-hash';
import { createOneTimeKey } from '../../src/dataset/pseudonym-key';
import { pseudonymize } from '../../src/dataset/pseudonyms';
import type { UserUid } from '../../src/sketchfab/user-uid';

const user = (uid: string) => uid as UserUid;

describe('the keyed hash', () => {
  it('is what Python gives for the published example', () => {
    expect(keyedHash('secret key')('uid1')).toBe('cd88aa3e3075b3046d6a517116145147');
  });

  it("is the first half of the platform's HMAC-SHA-256, for any key and one text after the other", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string({ unit: 'grapheme' })),
        (key, texts) => {
          const hash = keyedHash(key);
          for (const text of texts) {
            expect(hash(text)).toBe(createHmac('sha256', key).update(text).digest('hex').slice(0, 32));
          }
        },
      ),
    );
  });
});

describe('pseudonyms', () => {
  it('are one for each user, hashed once, and ranked by code unit', async () => {
    const hashed: string[] = [];
    const hash = (text: string) => `#${String((hashed.push(text) * 7) % 10)}`;
    const { sorted, rankOf } = await pseudonymize(['a', 'b', 'A'].map(user), hash);
    expect(hashed).toEqual(['a', 'b', 'A']);
    expect(sorted).toEqual(['#1', '#4', '#7']);
    expect([...rankOf]).toEqual([2, 1, 0]);
  });

  it('stop at the first collision, without telling the ids', async () => {
    const users = ['raw-one', 'other', 'raw-two'].map(user);
    await expect(pseudonymize(users, (text) => text.slice(0, 1))).rejects.toThrow(
      /^two users have the same pseudonym$/,
    );
  });

  it('let others work in between, and hear a signal then', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const onUsers = (done: number) => {
      told.push(done);
      if (done === 4_000) controller.abort(new Error('enough'));
    };
    const users = Array.from({ length: 10_000 }, (_, index) => user(String(index)));
    await expect(pseudonymize(users, (text) => text, onUsers, controller.signal)).rejects.toThrow('enough');
    expect(told).toEqual([2_000, 4_000]);
  });
});

describe('a one-time key', () => {
  it('is the random bytes as text', () => {
    const key = createOneTimeKey((bytes) => bytes.map((_, index) => index));
    expect(key).toEqual({
      mode: 'one-time',
      text: '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f',
    });
  });

  it('is refused when nothing filled the bytes', () => {
    expect(() => createOneTimeKey((bytes) => bytes)).toThrow('no random bytes');
    expect(() => createOneTimeKey(() => new Uint8Array([1]))).toThrow('no random bytes');
  });
});
