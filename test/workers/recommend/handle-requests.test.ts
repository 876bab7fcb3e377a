import { describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { createRequestHandler } from '../../../src/workers/recommend/handle-requests';
import type { LikesState, RecommendReply } from '../../../src/workers/recommend/messages';

const { excluded } = defaultDatasetOptions;
const state = { likes: 3 } as LikesState;
const popular = { kind: 'popular', limit: 3 } as const;

function setUp(read: Parameters<typeof createRequestHandler>[0]['read']) {
  const replies: RecommendReply[] = [];
  return { replies, handle: createRequestHandler({ read, reply: (reply) => void replies.push(reply) }) };
}

describe('the worker that recommends', () => {
  it('answers once everything is read, whatever was asked before', async () => {
    let finish = () => {};
    const { handle, replies } = setUp(async (_, onProgress) => {
      onProgress(0.5);
      await new Promise<void>((resolve) => (finish = resolve));
      return { state, answer: () => [] };
    });
    const ended = [handle({ kind: 'read', excluded }), handle({ id: 1, question: popular })];
    expect(replies).toEqual([{ kind: 'reading', share: 0.5 }]);
    finish();
    await Promise.all(ended);
    expect(replies.slice(1)).toEqual([
      { kind: 'read', state },
      { kind: 'result', id: 1, result: [] },
    ]);
  });

  it('says why it cannot read, and that memory was not enough', async () => {
    for (const [error, code] of [
      [new RangeError('Array buffer allocation failed'), 'outOfMemory'],
      [new Error('allocation size overflow'), 'outOfMemory'],
      [new Error('VersionError'), 'unexpected'],
    ] as const) {
      const { handle, replies } = setUp(() => Promise.reject(error));
      await Promise.all([handle({ kind: 'read', excluded }), handle({ id: 1, question: popular })]);
      const failure = { code, message: error.message };
      expect(replies).toContainEqual({ kind: 'unreadable', failure });
      expect(replies).toContainEqual({ kind: 'failed', id: 1, failure });
    }
  });

  it('answers other questions after one that failed', async () => {
    const answer = vi
      .fn(() => [] as never[])
      .mockImplementationOnce(() => {
        throw new Error('no such row');
      });
    const { handle, replies } = setUp(() => Promise.resolve({ state, answer }));
    await handle({ kind: 'read', excluded });
    await handle({ id: 1, question: popular });
    await handle({ id: 2, question: popular });
    expect(replies.slice(1)).toEqual([
      { kind: 'failed', id: 1, failure: { code: 'unexpected', message: 'no such row' } },
      { kind: 'result', id: 2, result: [] },
    ]);
  });

  it('refuses a question for which nothing was read', async () => {
    const { handle, replies } = setUp(() => Promise.reject(new Error('never')));
    await handle({ id: 1, question: popular });
    expect(replies[0]).toMatchObject({ kind: 'failed', id: 1 });
  });
});
