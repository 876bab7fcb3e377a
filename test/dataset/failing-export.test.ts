import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import type { DatasetSource } from '../../src/dataset/dataset-source';
import type { DatasetProgress } from '../../src/dataset/progress';
import { type NewZipEntry, writeZip } from '../../src/dataset/zip/write-zip';
import { withinZipLimit, ZipTooLarge } from '../../src/dataset/zip/zip-limit';
import type { ModelUid } from '../../src/sketchfab/model-uid';
import { memorySource } from './memory-source';
import { makeZip } from './zip/made-zip';

const rows = Array.from({ length: 700 }, (_, index) => ({ uid: `m${String(index)}`, likes: ['x', 'y'] }));
const broken = (parts: Partial<DatasetSource>): DatasetSource => ({ ...memorySource(rows), ...parts });
const noAnswer = () => new Promise<never>(() => {});

describe('an export ends with an error that says why, if something fails', () => {
  it.each(['readModelUids', 'readModels', 'readUsers', 'countRequests'] as const)(
    'in the source, at %s',
    async (method) => {
      const source = broken({ [method]: () => Promise.reject(new Error('the disk is gone')) });
      await expect(makeZip([], { source })).rejects.toThrow('the disk is gone');
    },
  );

  it('in the middle of a table', async () => {
    let calls = 0;
    const whole = memorySource(rows);
    const source = broken({
      readModels: (uids) =>
        ++calls > 2 ? Promise.reject(new Error('the third batch')) : whole.readModels(uids),
    });
    await expect(makeZip([], { source })).rejects.toThrow('the third batch');
  });

  it('in the receiver, which then gets no more data', async () => {
    let writes = 0;
    const write = () => {
      writes += 1;
      return Promise.reject(new Error('no space'));
    };
    await expect(makeZip(rows, { write })).rejects.toThrow('no space');
    expect(writes).toBe(1);
  });

  it.each([
    [
      'models out of order',
      broken({ readModelUids: () => Promise.resolve(['b', 'a'] as ModelUid[]) }),
      'out of order',
    ],
    [
      'a model listed twice',
      broken({ readModelUids: () => Promise.resolve(['a', 'a'] as ModelUid[]) }),
      'twice',
    ],
    ['a model gone meanwhile', broken({ readModels: () => Promise.resolve([]) }), 'changed while'],
  ])('with %s', async (_what, source, message) => {
    await expect(makeZip([], { source })).rejects.toThrow(message);
  });
});

describe('an abort signal', () => {
  const stopped = new Error('the person pressed Cancel');

  it('ends an export before it begins', async () => {
    await expect(makeZip(rows, { signal: AbortSignal.abort(stopped) })).rejects.toBe(stopped);
  });

  it('ends an export between two batches', async () => {
    const controller = new AbortController();
    const asked: number[] = [];
    const whole = memorySource(rows);
    const source = broken({
      readModels: (uids) => {
        asked.push(uids.length);
        if (asked.length === 2) controller.abort(stopped);
        return whole.readModels(uids);
      },
    });
    await expect(makeZip([], { source, signal: controller.signal })).rejects.toBe(stopped);
    expect(asked).toEqual([200, 200]);
  });

  it('ends an export while a file is written', async () => {
    const controller = new AbortController();
    const paths: (string | undefined)[] = [];
    const onProgress = ({ path }: DatasetProgress) => {
      paths.push(path);
      if (path === 'data/model_feats.psv') controller.abort(stopped);
    };
    await expect(makeZip(rows, { signal: controller.signal, onProgress })).rejects.toBe(stopped);
    expect(paths.at(-1)).toBe('data/model_feats.psv');
  });

  it.each(['readModelUids', 'readModels', 'readUsers', 'countRequests'] as const)(
    'ends an export while the source does not respond to %s',
    async (method) => {
      const controller = new AbortController();
      const source = broken({
        [method]: () => {
          controller.abort(stopped);
          return noAnswer();
        },
      });
      await expect(makeZip([], { source, signal: controller.signal })).rejects.toBe(stopped);
    },
  );
});

describe('the archive', () => {
  const noise = (length: number) => Uint8Array.from({ length }, () => Math.floor(Math.random() * 256));

  it.each([
    ['deflated', false],
    ['stored', true],
  ])('reads on only when its output was consumed, if it is %s', async (_how, isCompressed) => {
    let pulled = 0;
    async function* chunks() {
      for (; pulled < 50; pulled += 1) yield await Promise.resolve(noise(100_000));
    }
    const taken = writeZip([{ path: 'noise', isCompressed, chunks: chunks() }]);
    // The local header, then the first chunk of noise, which hardly compresses.
    const takeOne = async () => ((await taken.next()) as IteratorYieldResult<Uint8Array>).value;
    let bytes = 0;
    while (bytes < 40_000) bytes += (await takeOne()).length;
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(pulled).toBeLessThanOrEqual(1);
    for await (const chunk of taken) bytes += chunk.length;
    expect(pulled).toBe(50);
    expect(bytes).toBeGreaterThan(5_000_000);
  });

  it('ignores empty chunks, wherever they occur', async () => {
    const piece = noise(1_000);
    const none = new Uint8Array(0);
    for (const pieces of [[], [none], [piece, none], [none, piece], [piece, none, none, piece]]) {
      async function* chunks() {
        for (const one of pieces) yield await Promise.resolve(one);
      }
      const written: Uint8Array[] = [];
      for await (const chunk of writeZip([{ path: 'x', isCompressed: false, chunks: chunks() }])) {
        written.push(chunk.slice());
      }
      const zip = await JSZip.loadAsync(Buffer.concat(written), { checkCRC32: true });
      const content = await zip.file('x')!.async('nodebuffer');
      expect(content.equals(Buffer.concat(pieces))).toBe(true);
    }
  });

  it('reads an entry only after the previous one', async () => {
    const order: string[] = [];
    const entry = (path: string): NewZipEntry => ({
      path,
      isCompressed: path === 'b',
      chunks: (async function* () {
        order.push(`${path} begins`);
        yield await Promise.resolve(noise(10));
        order.push(`${path} ends`);
      })(),
    });
    for await (const chunk of writeZip([entry('a'), entry('b')])) expect(chunk.length).toBeGreaterThan(0);
    expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });

  it('refuses what does not fit into a zip without zip64', async () => {
    async function* chunks() {
      yield await Promise.resolve(new Uint8Array(60));
      yield new Uint8Array(41);
    }
    const read = async (limit: number) => {
      let bytes = 0;
      for await (const chunk of withinZipLimit('data/x.psv', chunks(), limit)) bytes += chunk.length;
      return bytes;
    };
    await expect(read(101)).resolves.toBe(101);
    await expect(read(100)).rejects.toThrow(new ZipTooLarge('data/x.psv'));
  });
});
