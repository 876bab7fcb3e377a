import { copyFile, link, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFolder, readSources } from '../../scripts/read-files.mjs';
import { root } from '../../scripts/root.mjs';
import { execute } from './execute';

const kinds = ['chrome', 'firefox', 'source'] as const;

let ground: string;

/** A folder with these files and our node_modules, as if after `npm ci`. */
async function makeCheckout(name: string, files: ReadonlyMap<string, Uint8Array>): Promise<string> {
  const folder = join(ground, name);
  for (const [path, content] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  await linkFolder(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Links file by file: the build would follow a link to the folder back to this checkout. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    // Hard links do not work across disks.
    else if (entry.isFile()) await link(source, target).catch(() => copyFile(source, target));
  }
}

async function makePackages(folder: string): Promise<Map<string, Uint8Array>> {
  // The source zip needs git's list of files, not a commit.
  await execute('git', ['init', '--quiet'], folder);
  await execute(process.execPath, [join(folder, 'scripts', 'package.mjs')], folder);
  const names = await readdir(join(folder, 'out'));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, 'out', name))] as const)),
  );
}

beforeAll(async () => {
  ground = await mkdtemp(join(tmpdir(), 'likes-out-packages-'));
});
afterAll(async () => {
  await rm(ground, { recursive: true, force: true, maxRetries: 3 });
});

describe('the packages', () => {
  let here: Map<string, Uint8Array>;
  let there: Map<string, Uint8Array>;
  let sources: ReadonlyMap<string, Uint8Array>;
  let version: string;
  const ofKind = (packages: Map<string, Uint8Array>, kind: string) =>
    packages.get(`likes-out-${version}-${kind}.zip`)!;

  beforeAll(async () => {
    ({ version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string });
    sources = await readSources();
    here = await makePackages(await makeCheckout('here', sources));
    there = await makePackages(await makeCheckout('quite another place', sources));
  }, 300_000);

  it('are one zip for Chrome, one for Firefox and one of the sources', () => {
    expect([...here.keys()].sort()).toEqual(kinds.map((kind) => `likes-out-${version}-${kind}.zip`));
  });

  it.each(kinds)('have the same bytes when built in another folder: %s', (kind) => {
    expect(ofKind(here, kind).length).toBeGreaterThan(100_000);
    expect(Buffer.compare(ofKind(here, kind), ofKind(there, kind))).toBe(0);
  });

  it.each(['chrome', 'firefox'])(
    'have the manifest at the top level, with version and home page: %s',
    async (kind) => {
      const zip = await JSZip.loadAsync(ofKind(here, kind));
      const manifest = JSON.parse(await zip.file('manifest.json')!.async('string')) as object;
      expect(manifest).toMatchObject({ version, homepage_url: expect.stringMatching(/^https:/) as string });
    },
  );

  it('hold exactly the files of the repository in the source zip', async () => {
    const source = await JSZip.loadAsync(ofKind(here, 'source'));
    expect(Object.keys(source.files).sort()).toEqual([...sources.keys()].sort());
    const kept = Object.keys(source.files).filter((path) => /^(?:node_modules|dist|out|\.git)\//.test(path));
    expect(kept).toEqual([]);
  });

  it('can be rebuilt byte for byte from the source zip, as addons.mozilla.org does', async () => {
    const source = await JSZip.loadAsync(ofKind(here, 'source'));
    const files = new Map<string, Uint8Array>();
    for (const path of Object.keys(source.files))
      files.set(path, await source.file(path)!.async('uint8array'));
    const folder = await makeCheckout('reviewer', files);
    const { scripts } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      scripts: { 'build-for-amo': string };
    };
    const [command, script] = scripts['build-for-amo'].split(' ');
    expect(command).toBe('node');
    await execute(process.execPath, [join(folder, script!)], folder);
    const handedIn = await JSZip.loadAsync(ofKind(here, 'firefox'));
    const rebuilt = await readFolder(join(folder, 'dist', 'firefox'));
    expect([...rebuilt.keys()].sort()).toEqual(Object.keys(handedIn.files).sort());
    for (const [path, content] of rebuilt) {
      expect(Buffer.compare(content, await handedIn.file(path)!.async('uint8array')), path).toBe(0);
    }
  }, 120_000);
});
