import { describe, expect, it, vi } from 'vitest';
import { createPassphraseRating } from '../../src/workers/passphrase/passphrase-rating';

class FakeWorker extends EventTarget {
  readonly postMessage = vi.fn();
  readonly terminate = vi.fn();
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

function setUp() {
  const workers: FakeWorker[] = [];
  const tools = {
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker as unknown as Worker;
    },
    onRated: vi.fn(),
    onFailed: vi.fn(),
  };
  return { rate: createPassphraseRating(tools), workers, ...tools };
}

describe('the rating of what is typed', () => {
  it('uses one worker for all of it, and tells which passphrase it rates', () => {
    const { rate, workers, onRated } = setUp();
    rate('a');
    rate('ab');
    expect(workers).toHaveLength(1);
    expect(workers[0]!.postMessage.mock.calls).toEqual([['a'], ['ab']]);
    const rating = { passphrase: 'ab', bits: 9 };
    workers[0]!.dispatchEvent(new MessageEvent('message', { data: rating }));
    expect(onRated).toHaveBeenCalledWith(rating);
  });

  it('says that it failed, and starts another worker next time', () => {
    const { rate, workers, onFailed } = setUp();
    rate('a');
    workers[0]!.fail('');
    expect(onFailed).toHaveBeenCalledWith(null);
    expect(workers[0]!.terminate).toHaveBeenCalled();
    rate('ab');
    expect(workers).toHaveLength(2);
    workers[1]!.fail('out of memory');
    expect(onFailed).toHaveBeenLastCalledWith('out of memory');
  });
});
