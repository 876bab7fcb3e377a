import { describe, expect, it } from 'vitest';
import { decodeText, stringListOf } from '../../../src/dataset/columns/string-list';
import { keyedDigest } from '../../../src/dataset/pseudonyms/keyed-hash';
import { pseudonymAt, pseudonymizeUsers } from '../../../src/dataset/pseudonyms/pseudonymize-users';

describe('pseudonyms', () => {
  it('are one per user, hashed once and ranked by code unit', async () => {
    const hashed: string[] = [];
    const digest = (user: Uint8Array) =>
      new Uint8Array(16).fill((hashed.push(decodeText(user)) * 0x70) % 0xff, 15);
    const pseudonyms = await pseudonymizeUsers(stringListOf(['a', 'b', 'A']), digest);
    expect(hashed).toEqual(['a', 'b', 'A']);
    const sorted = [0, 1, 2].map((rank) => pseudonymAt(pseudonyms.sorted, rank));
    expect(sorted).toEqual(['51', '70', 'e0'].map((end) => end.padStart(32, '0')));
    expect([...pseudonyms.rankOf]).toEqual([1, 2, 0]);
  });

  it('are rejected at a collision, without naming the ids', async () => {
    const users = stringListOf(['raw-one', 'other', 'raw-two']);
    const digest = (user: Uint8Array) => new Uint8Array(16).fill(user[0]!);
    await expect(pseudonymizeUsers(users, digest)).rejects.toThrow(/^two users have the same pseudonym$/);
  });

  it('are computed in batches, between which an abort signal is checked', async () => {
    const controller = new AbortController();
    const reported: number[] = [];
    const onUsers = (done: number) => {
      reported.push(done);
      if (done === 4_000) controller.abort(new Error('enough'));
    };
    const users = stringListOf(Array.from({ length: 10_000 }, (_, index) => String(index)));
    await expect(
      pseudonymizeUsers(users, keyedDigest('secret key'), onUsers, controller.signal),
    ).rejects.toThrow('enough');
    expect(reported).toEqual([2_000, 4_000]);
  });
});
