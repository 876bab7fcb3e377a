import { describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import type { LikesState, RecommendReply, RecommendRequest } from '../../../src/workers/recommend/messages';
import { createRecommendClient, WorkError } from '../../../src/workers/recommend/recommend-client';

class FakeWorker extends EventTarget {
  readonly asked: RecommendRequest[] = [];
  readonly terminate = vi.fn();
  postMessage(request: RecommendRequest): void {
    this.asked.push(request);
  }
  reply(data: RecommendReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function setUp() {
  const worker = new FakeWorker();
  const told = { onReading: vi.fn(), onRead: vi.fn(), onFailed: vi.fn() };
  const { excluded } = defaultDatasetOptions;
  const startWorker = () => worker as unknown as Worker;
  return { worker, ...told, client: createRecommendClient({ startWorker, excluded, ...told }) };
}

const popular = { kind: 'popular', limit: 3 } as const;
const search = { kind: 'search', text: 'fox', limit: 3 } as const;

describe("the page's side of the recommendations", () => {
  it('begins to read at once, and tells how far it is', () => {
    const { worker, onReading, onRead } = setUp();
    expect(worker.asked).toMatchObject([{ kind: 'read' }]);
    worker.reply({ kind: 'reading', share: 0.25 });
    worker.reply({ kind: 'read', state: { likes: 1 } as LikesState });
    expect(onReading).toHaveBeenCalledExactlyOnceWith(0.25);
    expect(onRead).toHaveBeenCalledExactlyOnceWith({ likes: 1 });
  });

  it('gives each answer to its question, in whatever order they come', async () => {
    const { worker, client } = setUp();
    const [first, second] = [client.ask(popular), client.ask(search)];
    worker.reply({ kind: 'result', id: 2, result: [] });
    worker.reply({ kind: 'failed', id: 1, failure: { code: 'unexpected', message: 'no such row' } });
    expect(await second).toEqual([]);
    await expect(first).rejects.toThrow('no such row');
    expect(worker.terminate).not.toHaveBeenCalled();
  });

  it('ends the worker, and all that waits, when the likes cannot be read or the worker fails', async () => {
    const unread = setUp();
    const failure = { code: 'outOfMemory', message: 'out of memory' } as const;
    const waiting = unread.client.ask(popular);
    unread.worker.reply({ kind: 'unreadable', failure });
    await expect(waiting).rejects.toThrow(WorkError);
    expect(unread.onFailed).toHaveBeenCalledExactlyOnceWith(failure);
    expect(unread.worker.terminate).toHaveBeenCalledOnce();

    const failing = setUp();
    const asked = failing.client.ask(popular);
    failing.worker.dispatchEvent(Object.assign(new Event('error'), { message: 'Out of memory' }));
    await expect(asked).rejects.toMatchObject({ failure: { code: 'outOfMemory' } });
    expect(failing.onFailed).toHaveBeenCalledOnce();

    const closed = setUp();
    const left = closed.client.ask(popular);
    closed.client.close();
    await expect(left).rejects.toThrow();
    expect(closed.onFailed).not.toHaveBeenCalled();
    expect(closed.worker.terminate).toHaveBeenCalledOnce();
  });
});
