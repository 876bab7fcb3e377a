import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeZip } from './zip/made-zip';

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const rows = Array.from({ length: 300 }, (_, index) => ({
  uid: `model${String(index)}`,
  name: `Model | ${String(index)}`,
  tags: ['b', 'a', String(index)],
  state: index % 7 ? 'complete' : 'partial',
  likes: Array.from({ length: index % 40 }, (_unused, user) => `user${String((user * 31 + index) % 97)}`),
}));
/** The same rows in the order of another crawl. */
const shuffled = rows
  .map((row) => ({ ...row, tags: row.tags.toReversed(), likes: row.likes.toReversed() }))
  .toSorted((a, b) => (a.uid.at(-1)! < b.uid.at(-1)! ? 1 : -1));

describe('the same rows, key and date', () => {
  afterEach(() => vi.useRealTimers());

  it('give the same bytes on another day and in any order of capture', async () => {
    // Only Date is faked: the stream needs real timers. Zip times have a resolution of two seconds.
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(new Date('2026-01-02T03:04:05Z'));
    const first = await makeZip(rows);
    vi.setSystemTime(new Date('2031-07-08T09:10:11Z'));
    const second = await makeZip(shuffled);
    expect(sha256(second.zip)).toBe(sha256(first.zip));
  });

  it('give different bytes with another key, and no common pseudonym', async () => {
    const [first, second] = await Promise.all([
      makeZip(rows),
      makeZip(rows, { key: { mode: 'one-time', text: 'another key' } }),
    ]);
    const users = ({ files }: typeof first) =>
      new Set(
        files
          .get('data/model_likes_anon.psv')!
          .toString()
          .match(/[0-9a-f]{32}/g),
      );
    expect(users(first).size).toBe(97);
    expect([...users(first)].filter((pseudonym) => users(second).has(pseudonym))).toEqual([]);
  });

  it('deflate texts and store compressed files', async () => {
    const { zip, files } = await makeZip(rows.slice(0, 3));
    const text = zip.toString('latin1');
    const methods = [...text.matchAll(/PK\x01\x02.{6}(.)\x00/gs)].map((match) => match[1]!.charCodeAt(0));
    expect(methods).toEqual([...files.keys()].map((path) => (path.endsWith('.parquet') ? 0 : 8)));
  });

  it('date every entry at the start of zip time', async () => {
    const { zip, files } = await makeZip(rows.slice(0, 3));
    const headers = [...zip.toString('latin1').matchAll(/PK\x01\x02.{8}(.{4})/gs)].map((match) => match[1]);
    // 1980-01-01 00:00: time 0; day 1, month 1, year 0 in bits 0, 5 and 9.
    expect(headers).toEqual(Array(files.size).fill('\x00\x00\x21\x00'));
  });
});
