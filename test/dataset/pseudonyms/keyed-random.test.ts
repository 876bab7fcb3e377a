import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createKeyedRandom, shuffledIndices } from '../../../src/dataset/pseudonyms/keyed-random';

const draw = (key: string, use: string, count: number, limit: number) => {
  const { below } = createKeyedRandom(key, use);
  return Array.from({ length: count }, () => below(limit));
};

describe('keyed random numbers', () => {
  it('are HMAC-SHA-256 of a counter, as the platform computes it', () => {
    const blocks = [0, 1].map((counter) =>
      createHmac('sha256', 'key')
        .update(`use|${String(counter)}`)
        .digest(),
    );
    const words = blocks.flatMap((block) =>
      Array.from({ length: 8 }, (_, word) => block.readUInt32BE(word * 4)),
    );
    expect(draw('key', 'use', 16, 2 ** 32)).toEqual(words);
  });

  it('are reproducible, and differ between keys and uses', () => {
    const first = draw('key', 'use', 20, 1_000_000);
    expect(draw('key', 'use', 20, 1_000_000)).toEqual(first);
    expect(draw('key2', 'use', 20, 1_000_000)).not.toEqual(first);
    expect(draw('key', 'use2', 20, 1_000_000)).not.toEqual(first);
  });

  it('are uniform, even if the limit does not divide 2^32', () => {
    // Three quarters of 2^32: with a plain modulo, the lower third would come twice as often.
    const limit = 3 * 2 ** 30;
    const low = draw('key', 'use', 3_000, limit).filter((value) => value < limit / 3);
    expect(low.length).toBeGreaterThan(850);
    expect(low.length).toBeLessThan(1_150);
  });
});

describe('shuffled indexes', () => {
  it('are a permutation, every one about equally often', () => {
    const random = createKeyedRandom('key', 'use');
    const orders = new Map<string, number>();
    for (let round = 0; round < 6_000; round += 1) {
      const order = shuffledIndices(3, random).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    for (const times of orders.values()) expect(Math.abs(times - 1_000)).toBeLessThan(130);
  });

  it('are none for a count of 0', () => {
    expect([...shuffledIndices(0, createKeyedRandom('key', 'use'))]).toEqual([]);
    expect([...shuffledIndices(1, createKeyedRandom('key', 'use'))]).toEqual([0]);
  });
});
