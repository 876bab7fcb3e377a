import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeText, stringListOf } from '../../../src/dataset/columns/string-list';
import { keyedDigest, keyedHash } from '../../../src/dataset/pseudonyms/keyed-hash';
import { createOneTimeKey } from '../../../src/dataset/pseudonyms/pseudonym-key';
import { pseudonymAt, pseudonymizeUsers } from '../../../src/dataset/pseudonyms/pseudonymize-users';

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
    const digest = (user: Uint8Array) =>
      new Uint8Array(16).fill((hashed.push(decodeText(user)) * 0x70) % 0xff, 15);
    const pseudonyms = await pseudonymizeUsers(stringListOf(['a', 'b', 'A']), digest);
    expect(hashed).toEqual(['a', 'b', 'A']);
    const sorted = [0, 1, 2].map((rank) => pseudonymAt(pseudonyms.sorted, rank));
    expect(sorted).toEqual(['51', '70', 'e0'].map((end) => end.padStart(32, '0')));
    expect([...pseudonyms.rankOf]).toEqual([1, 2, 0]);
  });

  it('stop at the first collision, without telling the ids', async () => {
    const users = stringListOf(['raw-one', 'other', 'raw-two']);
    const digest = (user: Uint8Array) => new Uint8Array(16).fill(user[0]!);
    await expect(pseudonymizeUsers(users, digest)).rejects.toThrow(/^two users have the same pseudonym$/);
  });

  it('let others work in between, and hear a signal then', async () => {
    const controller = new AbortController();
    const told: number[] = [];
    const onUsers = (done: number) => {
      told.push(done);
      if (done === 4_000) controller.abort(new Error('enough'));
    };
    const users = stringListOf(Array.from({ length: 10_000 }, (_, index) => String(index)));
    await expect(
      pseudonymizeUsers(users, keyedDigest('secret key'), onUsers, controller.signal),
    ).rejects.toThrow('enough');
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
