import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shardOf } from '../../src/crawl/shard';
import type { ModelUid } from '../../src/sketchfab/model-uid';

const uids = Array.from({ length: 3_000 }, (_, index) =>
  createHash('md5').update(String(index)).digest('hex'),
) as ModelUid[];

describe('the machine that a model belongs to', () => {
  it('can be computed by anyone from the id', () => {
    // python3 -c "import hashlib; print(int(hashlib.sha256(b'5dcebcfaedbd4e7b8a27bd1ae55f1ac3').hexdigest()[:8], 16) % 7)"
    for (const uid of uids.slice(0, 200)) {
      const digest = createHash('sha256').update(uid).digest('hex');
      expect(shardOf(uid, 7)).toBe(Number.parseInt(digest.slice(0, 8), 16) % 7);
    }
  });

  it('is each machine about equally often', () => {
    const counts = [0, 0, 0, 0];
    for (const uid of uids) counts[shardOf(uid, 4)]! += 1;
    for (const count of counts) expect(Math.abs(count - 750)).toBeLessThan(120);
  });

  it('is the only one if there is only one', () => {
    expect(uids.every((uid) => shardOf(uid, 1) === 0)).toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot be computed for %d machines', (shards) => {
    expect(() => shardOf(uids[0]!, shards)).toThrow(RangeError);
  });
});
