import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeZip } from '../../scripts/write-zip.mjs';

const files: readonly [string, Uint8Array][] = [
  ['manifest.json', new TextEncoder().encode('{}')],
  ['src/popup/index.html', new TextEncoder().encode('<!doctype html>'.repeat(100))],
  ['icons/16.png', Uint8Array.of(0, 255, 13, 10)],
  ['Ärger.txt', new Uint8Array()],
];
const hashOf = async (entries: readonly [string, Uint8Array][]) =>
  createHash('sha256')
    .update(await writeZip(new Map(entries)))
    .digest('hex');

describe('a package', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-30T12:00:00Z') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has the same bytes on another day, in whatever order its files were read', async () => {
    const one = await hashOf(files);
    vi.setSystemTime(new Date('2031-03-01T03:04:05Z'));
    expect(await hashOf(files.toReversed())).toBe(one);
  });

  it('has the same bytes on every machine', async () => {
    expect(await hashOf(files)).toBe('db3c129485b5c5b3d6c7927f4fe774a3b48c7ae33bc9eea385450e9dc6bc0dc8');
  });

  it('holds every file unchanged, and no folder entries', async () => {
    const zip = await JSZip.loadAsync(await writeZip(new Map(files)));
    expect(Object.keys(zip.files).sort()).toEqual(files.map(([path]) => path).sort());
    for (const [path, content] of files) expect(await zip.file(path)!.async('uint8array')).toEqual(content);
  });
});
