import { describe, expect, it } from 'vitest';
import { makeZip, table } from '../zip/made-zip';
import { readParquet } from './read-parquet';

const made = await makeZip([
  { uid: 'b2', tags: ['wolf'], likes: ['zoe', 'adam', 'zoe', 'bo'] },
  { uid: 'a1', state: 'new', complete: false },
  { uid: 'B1', likes: ['adam'] },
]);
const sortedNumbers = (values: unknown[]) => [...new Set(values)].sort((a, b) => Number(a) - Number(b));

describe('interactions.parquet', () => {
  it('has the pairs of the PSV and RecBole files, in the same order', async () => {
    const pairs = (await readParquet(made, 'interactions')).map(({ item_id, user_id }) => [item_id, user_id]);
    expect(pairs).toHaveLength(4);
    expect(table(made, 'model_likes_anon').slice(1)).toEqual(
      pairs.map((pair) => [expect.any(String) as unknown, ...pair]),
    );
    const inter = made.files.get('recbole/sketchfab-likes/sketchfab-likes.inter')!.toString();
    expect(inter).toBe(
      [
        'user_id:token\titem_id:token',
        ...pairs.map(([item, user]) => `${String(user)}\t${String(item)}`),
        '',
      ].join('\n'),
    );
  });

  it('gives each user and model one number, the models that of the items', async () => {
    const likes = await readParquet(made, 'interactions');
    const itemIdx = new Map(
      (await readParquet(made, 'items')).map((item) => [item['item_id'], item['item_idx']]),
    );
    for (const { item_id, item_idx } of likes) expect(itemIdx.get(item_id)).toBe(item_idx);
    const users = new Map(likes.map(({ user_id, user_idx }) => [user_id, user_idx]));
    for (const { user_id, user_idx } of likes) expect(users.get(user_id)).toBe(user_idx);
    expect(sortedNumbers([...users.values()])).toEqual([0, 1, 2]);
  });

  it('numbers in random order: not that of the ids, and another under another key', async () => {
    const many = [{ uid: 'm1', likes: Array.from({ length: 200 }, (_, user) => `u${String(user)}`) }];
    const numbers = async (text: string) => {
      const likes = await readParquet(
        await makeZip(many, { key: { mode: 'one-time', text } }),
        'interactions',
      );
      return likes.map(({ user_idx }) => user_idx);
    };
    const [first, again, other] = [
      await numbers('key one'),
      await numbers('key one'),
      await numbers('key two'),
    ];
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    expect(first).not.toEqual(sortedNumbers(first));
    expect(sortedNumbers(first)).toHaveLength(200);
  });
});
