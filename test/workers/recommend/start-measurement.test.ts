import { describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import type { MeasureReply } from '../../../src/workers/recommend/measure-messages';
import { startMeasurement } from '../../../src/workers/recommend/start-measurement';

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();
  reply(data: MeasureReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function setUp() {
  const worker = new FakeWorker();
  const onReply = vi.fn();
  const { excluded } = defaultDatasetOptions;
  const stop = startMeasurement({ startWorker: () => worker as unknown as Worker, excluded, onReply });
  return { worker, onReply, stop, excluded };
}

const progress = { kind: 'progress', share: 0.1, at: null, result: null } as const;
const tooLittle = { kind: 'tooLittle', testUsers: 3, needed: 100 } as const;

describe('a measurement', () => {
  it('has a worker that ends with its last reply', () => {
    const { worker, onReply, excluded } = setUp();
    expect(worker.postMessage).toHaveBeenCalledExactlyOnceWith({ kind: 'measure', excluded });
    worker.reply(progress);
    expect(worker.terminate).not.toHaveBeenCalled();
    worker.reply(tooLittle);
    expect(worker.terminate).toHaveBeenCalledOnce();
    expect(onReply.mock.calls).toEqual([[progress], [tooLittle]]);
  });

  it('says nothing more once it is stopped', () => {
    const { worker, onReply, stop } = setUp();
    stop();
    expect(worker.terminate).toHaveBeenCalledOnce();
    worker.reply(progress);
    expect(onReply).not.toHaveBeenCalled();
  });

  it('fails with its worker, once', () => {
    const { worker, onReply } = setUp();
    worker.dispatchEvent(Object.assign(new Event('error'), { message: 'out of memory' }));
    worker.dispatchEvent(new Event('messageerror'));
    expect(onReply).toHaveBeenCalledExactlyOnceWith({
      ...{ kind: 'failed', failure: { code: 'outOfMemory', message: 'out of memory' } },
    });
  });
});
