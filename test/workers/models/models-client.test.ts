import { describe, expect, it, vi } from 'vitest';
import { everyModel } from '../../../src/models/model-filter';
import type { ModelsReply, ModelsRequest } from '../../../src/workers/models/messages';
import { createModelsClient } from '../../../src/workers/models/models-client';

class FakeWorker extends EventTarget {
  readonly asked: ModelsRequest[] = [];
  readonly terminate = vi.fn();
  postMessage(request: ModelsRequest): void {
    this.asked.push(request);
  }
  reply(data: ModelsReply): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

function setUp() {
  const worker = new FakeWorker();
  const [onChange, onFailed] = [vi.fn(), vi.fn()];
  const client = createModelsClient({ startWorker: () => worker as unknown as Worker, onChange, onFailed });
  return { worker, client, onChange, onFailed };
}

const window = { start: 0, end: 5 };

describe("the page's side of the models", () => {
  it('gives each answer to its question, in whatever order they come', async () => {
    const { worker, client } = setUp();
    const query = client.query({ filter: everyModel, sort: [], window });
    const position = client.positionOf('a'.repeat(32) as never);
    expect(worker.asked.map(({ question }) => question.kind)).toEqual(['query', 'position']);
    worker.reply({ kind: 'result', id: 2, result: 7 });
    worker.reply({ kind: 'result', id: 1, result: null });
    expect(await position).toBe(7);
    expect(await query).toBeNull();
  });

  it('rejects a question that failed, and no other', async () => {
    const { worker, client } = setUp();
    const rows = client.rows(window);
    const uids = client.uids();
    worker.reply({ kind: 'failed', id: 1, message: 'out of memory' });
    await expect(rows).rejects.toThrow('out of memory');
    const packed = { length: 0, bytes: new Uint8Array(), starts: new Uint32Array(1) };
    worker.reply({ kind: 'result', id: 2, result: packed });
    expect(await uids).toEqual(packed);
  });

  it('says what has changed, and that the database cannot be read', () => {
    const { worker, onChange, onFailed } = setUp();
    worker.reply({ kind: 'changed', reading: { read: 1, total: 2 } });
    expect(onChange).toHaveBeenCalledWith({ read: 1, total: 2 });
    worker.reply({ kind: 'unreadable', message: 'a newer version' });
    expect(onFailed).toHaveBeenCalledWith('a newer version');
    expect(worker.terminate).not.toHaveBeenCalled();
  });

  it('rejects what waits when the worker fails or is closed', async () => {
    const failing = setUp();
    const rows = failing.client.rows(window);
    failing.worker.dispatchEvent(Object.assign(new Event('error'), { message: '' }));
    await expect(rows).rejects.toThrow();
    expect(failing.onFailed).toHaveBeenCalledWith(null);
    const closed = setUp();
    const refresh = closed.client.refresh(window);
    closed.client.close();
    await expect(refresh).rejects.toThrow('closed');
    expect(closed.worker.terminate).toHaveBeenCalled();
    expect(closed.onFailed).not.toHaveBeenCalled();
  });
});
