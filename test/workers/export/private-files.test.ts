import { beforeEach, describe, expect, it, vi } from 'vitest';
import { openSink } from '../../../src/workers/export/file-sink';
import { clearStoredFiles, reserveFile } from '../../../src/workers/export/private-files';

/** The part of the browser's private files that is used, and who has which open. */
const files = new Map<string, { bytes: number[]; isOpen: boolean }>();
const failures = new Map<string, Error>();
const disk = { freeBytes: Infinity, isThere: true };

const folder = {
  getFileHandle(name: string) {
    const file = files.get(name) ?? { bytes: [], isOpen: false };
    files.set(name, file);
    return Promise.resolve({
      createSyncAccessHandle() {
        if (disk.freeBytes === 0) return Promise.reject(new DOMException('disk full', 'QuotaExceededError'));
        file.isOpen = true;
        return Promise.resolve({
          write(chunk: Uint8Array) {
            const taken = chunk.subarray(0, disk.freeBytes - file.bytes.length);
            file.bytes.push(...taken);
            return taken.length;
          },
          flush: () => undefined,
          close: () => (file.isOpen = false),
        });
      },
      getFile: () => Promise.resolve(new Blob([Uint8Array.from(file.bytes)])),
    });
  },
  removeEntry(name: string) {
    const failure = failures.get(name);
    if (failure) return Promise.reject(failure);
    if (files.get(name)?.isOpen) {
      return Promise.reject(new DOMException('in use', 'NoModificationAllowedError'));
    }
    files.delete(name);
    return Promise.resolve();
  },
  async *keys() {
    yield* await Promise.resolve([...files.keys()]);
  },
};

const held = new Set<string>();
type Work = (lock: object | null) => unknown;
const locks = {
  async request(name: string, ...rest: [Work] | [object, Work]) {
    const work = rest.at(-1) as Work;
    if (held.has(name)) return work(null);
    held.add(name);
    try {
      return await work({});
    } finally {
      held.delete(name);
    }
  },
};

beforeEach(() => {
  for (const state of [files, failures, held]) state.clear();
  Object.assign(disk, { freeBytes: Infinity, isThere: true });
  const getDirectory = () =>
    disk.isThere
      ? Promise.resolve({ getDirectoryHandle: () => Promise.resolve(folder) })
      : Promise.reject(new DOMException('not here', 'SecurityError'));
  vi.stubGlobal('navigator', { storage: { getDirectory }, locks });
});

const bytes = (file: Blob) => file.arrayBuffer().then((buffer) => [...new Uint8Array(buffer)]);

describe('a private file', () => {
  it('is on disk as it is written, even if pieces are reused, and stays until it is released', async () => {
    const reserved = await reserveFile();
    const sink = await openSink(reserved.name);
    const piece = Uint8Array.of(1, 2);
    await sink.write(piece);
    piece.fill(3);
    await sink.write(piece);
    expect(files.get(reserved.name)?.bytes).toEqual([1, 2, 3, 3]);
    expect(await bytes(await sink.end())).toEqual([1, 2, 3, 3]);
    await clearStoredFiles();
    expect(files.size).toBe(1);
    await reserved.release();
    expect(files.size).toBe(0);
  });

  it('is cleared by the next page if its own was closed midway', async () => {
    const reserved = await reserveFile();
    const sink = await openSink(reserved.name);
    await sink.write(Uint8Array.of(1));
    // The page is gone, with its locks and its worker.
    held.clear();
    sink.drop();
    await clearStoredFiles();
    expect(files.size).toBe(0);
  });

  it('is left for later while its worker holds it, and any other error is reported', async () => {
    const reserved = await reserveFile();
    const sink = await openSink(reserved.name);
    await reserved.release();
    expect(files.size).toBe(1);
    sink.drop();
    failures.set(reserved.name, new DOMException('broken', 'InvalidStateError'));
    await expect(clearStoredFiles()).rejects.toThrow('broken');
    failures.clear();
    await clearStoredFiles();
    expect(files.size).toBe(0);
  });

  it('is not created if the disk is full', async () => {
    disk.freeBytes = 3;
    const sink = await openSink('one');
    await sink.write(Uint8Array.of(1, 2));
    expect(() => sink.write(Uint8Array.of(3, 4))).toThrow('diskFull');
    disk.freeBytes = 0;
    await expect(openSink('two')).rejects.toThrow('disk full');
  });

  it('is kept in memory if the browser has no place for it', async () => {
    disk.isThere = false;
    const sink = await openSink('one');
    await sink.write(Uint8Array.of(1, 2));
    expect(await bytes(await sink.end())).toEqual([1, 2]);
    await clearStoredFiles();
    expect(files.size).toBe(0);
  });
});
