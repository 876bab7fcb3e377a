import { describe, expect, it } from 'vitest';
import { createHmac } from 'node:crypto';
import { createMergeKey } from '../../../src/dataset/merge/merge-key';
import { rowLengths } from '../../../src/recommend/matrix/binary-matrix';
import { transpose } from '../../../src/recommend/matrix/transpose';
import { coreLikes } from '../../../src/workers/recommend/core-likes';
import type { MeasureReply } from '../../../src/workers/recommend/measure-messages';
import { runMeasurement } from '../../../src/workers/recommend/run-measurement';
import { sampleLikes } from '../../popup/recommend/sample-likes';

const about = {
  ...{ nameOf: (item: number) => `Model ${item}`, tagOf: (tag: number) => `tag ${tag}`, readAt: 5 },
  hasKey: false,
};
const usual = sampleLikes({ users: 700, items: 120, likes: 7_000, groups: 3, seed: 4 }, about);
const little = sampleLikes({ users: 60, items: 60, likes: 400, groups: 2, seed: 4 }, about);

async function run(read: Parameters<typeof runMeasurement>[0]['read']): Promise<MeasureReply[]> {
  const replies: MeasureReply[] = [];
  let time = 0;
  await runMeasurement({
    read,
    reply: (reply) => void replies.push(reply),
    now: () => (time += 10),
    pause: () => Promise.resolve(),
  });
  return replies;
}

describe('the worker that measures', () => {
  it('tells how far it is and what there is, and ends with all of it and the data that it belongs to', async () => {
    const replies = await run((onProgress) => {
      onProgress(0.5);
      return Promise.resolve(usual);
    });
    const shares = replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.share] : []));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBe(0.025);
    const last = replies.at(-1)!;
    if (last.kind !== 'done') throw new Error(JSON.stringify(last));
    expect(last.result.data).toEqual(usual.state);
    expect(last.result.measurement.methods).toHaveLength(6);
    expect(replies).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'progress', at: 'WRMF' },
        result: expect.objectContaining({ data: usual.state }) as object,
      }),
    );
  });

  it('says how many could be tested where that is too few', async () => {
    const replies = await run(() => Promise.resolve(little));
    expect(replies.at(-1)).toMatchObject({ kind: 'tooLittle', needed: 100 });
  });

  it('says why it failed', async () => {
    expect(await run(() => Promise.reject(new RangeError('Array buffer allocation failed')))).toEqual([
      { kind: 'failed', failure: { code: 'outOfMemory', message: 'Array buffer allocation failed' } },
    ]);
  });
});

describe('the core of the likes', () => {
  it('has five likes of everybody and everything, and the tags of what is left', () => {
    const { likes, itemTags } = coreLikes(usual);
    expect(Math.min(...rowLengths(likes))).toBeGreaterThanOrEqual(5);
    expect(Math.min(...rowLengths(transpose(likes)))).toBeGreaterThanOrEqual(5);
    expect(itemTags.rowCount).toBe(likes.columnCount);
    expect(likes.columns.length).toBeLessThan(usual.state.likes);
  });

  it('is split by the pseudonyms and a seed of the project key', () => {
    const key = createMergeKey({ mode: 'project', text: 'some key', projectId: 'p' }, 'hmac-sha256');
    const { userId, seed } = coreLikes({ ...usual, key });
    const hash = (text: string) => createHmac('sha256', 'some key').update(text).digest('hex').slice(0, 32);
    expect(seed).toBe(hash('split-seed'));
    const raw = coreLikes(usual);
    expect(userId(0)).toBe(hash(raw.userId(0)));
    expect(raw.seed).toMatch(/^[0-9a-f]{32}$/);
  });
});
