import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measureBuild } from '../../scripts/measure-build.mjs';
import { findOversize } from '../../scripts/find-oversize.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likes-out-size-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const shared = 'export const a=1;';
const worker = `import{a}from"./shared.js";import"./shared.js";new Worker("/assets/export.js")`;
const page = `<script src="/assets/page.js"></script><link rel="stylesheet" href="/assets/page.css">`;
const pageScript = `import { a } from './shared.js';`;
const built = {
  'content.js': 'x',
  'loader.js': `import './assets/worker.js';`,
  'assets/worker.js': worker,
  'assets/shared.js': shared,
  'assets/export.js': 'y'.repeat(1_000),
  'popup/index.html': page,
  'assets/page.js': pageScript,
  'assets/page.css': 'p{}',
};
const manifest = {
  content_scripts: [{ js: ['content.js'] }],
  background: { service_worker: 'loader.js' },
  action: { default_popup: 'popup/index.html' },
};

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

const bytes = (...texts: string[]) => texts.join('').length;

describe('the size of a build', () => {
  const expected = {
    contentScript: 1,
    worker: bytes(built['loader.js'], worker, shared),
    popup: bytes(page, pageScript, shared, 'p{}'),
  };

  it('counts each file that a part loads once, and leaves out the export workers', async () => {
    await write({ ...built, 'manifest.json': JSON.stringify(manifest) });
    expect(await measureBuild(folder)).toEqual(expected);
  });

  it('is the same for the event page of Firefox', async () => {
    const forFirefox = { ...manifest, background: { scripts: ['loader.js'] } };
    await write({ ...built, 'manifest.json': JSON.stringify(forFirefox) });
    expect(await measureBuild(folder)).toEqual(expected);
  });

  it('fails for a build that lacks a file', async () => {
    const lacking = { ...manifest, content_scripts: [{ js: ['gone.js'] }] };
    await write({ ...built, 'manifest.json': JSON.stringify(lacking) });
    await expect(measureBuild(folder)).rejects.toThrow('ENOENT');
  });

  it('fails for a manifest without a content script', async () => {
    await write({ ...built, 'manifest.json': JSON.stringify({ ...manifest, content_scripts: [] }) });
    await expect(measureBuild(folder)).rejects.toThrow('names no file');
  });
});

describe('the size budget', () => {
  const budgets = { contentScript: 10, worker: 20, popup: 30 };

  it('allows exactly its number of bytes', () => {
    expect(findOversize(budgets, budgets)).toEqual([]);
  });

  it('names each part that exceeds it', () => {
    expect(findOversize({ contentScript: 11, worker: 20, popup: 31 }, budgets)).toEqual([
      expect.stringContaining('The content script is 11 bytes'),
      expect.stringContaining('The popup is 31 bytes'),
    ]);
  });
});
