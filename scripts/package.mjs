import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { checkNode } from './check-node.mjs';
import { exitWithError } from './exit-with-error.mjs';
import { installDependencies } from './install-dependencies.mjs';
import { readFolder, readSources } from './read-files.mjs';
import { readPackage } from './read-package.mjs';
import { root } from './root.mjs';

/** @typedef {{ name: string, path: string, bytes: number, sha256: string }} Package */

/**
 * Builds the extension and writes three zips to `out/`: one for Chrome and Edge, one for Firefox, and the sources for
 * reviewers.
 * @returns {Promise<Package[]>}
 */
export async function makePackages() {
  checkNode(process.versions.node);
  await installDependencies();
  await build();
  // Imported late, because JSZip may only just have been installed.
  const { writeZip } = await import('./write-zip.mjs');
  const { version } = await readPackage();
  const contents = {
    chrome: await readFolder(join(root, 'dist', 'chrome')),
    firefox: await readFolder(join(root, 'dist', 'firefox')),
    source: await readSources(),
  };
  await mkdir(join(root, 'out'), { recursive: true });
  /** @type {Package[]} */
  const packages = [];
  for (const [kind, files] of Object.entries(contents)) {
    const zip = await writeZip(files);
    const name = `likes-out-${version}-${kind}.zip`;
    const path = join(root, 'out', name);
    await writeFile(path, zip);
    packages.push({ name, path, bytes: zip.length, sha256: createHash('sha256').update(zip).digest('hex') });
  }
  for (const { name, bytes, sha256 } of packages) {
    console.log(`out/${name}  ${(bytes / 1_000).toFixed(0)} kB  SHA-256 ${sha256}`);
  }
  return packages;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await makePackages().catch(exitWithError);
