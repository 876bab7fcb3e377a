import { spawnSync } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pythonOf, references, referencesFolder } from './reference-environments.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { exitWithError } from './exit-with-error.mjs';

/** @typedef {import('./reference-environments.mjs').Reference} Reference */

/** These versions of RecBole and LensKit have no wheels, or no torch, for any other Python. */
const pythons = ['python3.11', 'python3', 'python'];

/** @param {Reference} reference */
function isInstalled(reference) {
  return spawnSync(pythonOf(reference), ['-c', `import ${references[reference].modules}`]).status === 0;
}

function findPython() {
  const is311 = 'import sys; sys.exit(sys.version_info[:2] != (3, 11))';
  return pythons.find((name) => spawnSync(name, ['-c', is311]).status === 0);
}

/** Makes an environment and installs into it, or tells why it cannot be had. @param {Reference} reference */
async function install(reference) {
  const { packages, download } = references[reference];
  const python = findPython();
  if (python === undefined) {
    console.log(`${reference}: skipped, since there is no Python 3.11 (looked for ${pythons.join(', ')})`);
    return;
  }
  console.log(`${reference}: installing ${packages.join(', ')}, about ${download} ...`);
  const folder = join(referencesFolder, reference);
  await mkdir(referencesFolder, { recursive: true });
  const made = await run(python, ['-m', 'venv', '--clear', folder], { quiet: true });
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages];
  const { code, output } = made.code === 0 ? await run(pythonOf(reference), pip, { quiet: true }) : made;
  if (code === 0 && isInstalled(reference)) return;
  // An incomplete environment would be mistaken for a complete one.
  await rm(folder, { recursive: true, force: true });
  console.log(`${reference}: skipped, since it could not be installed:\n${output.trim()}`);
}

async function testReferences() {
  for (const reference of /** @type {Reference[]} */ (Object.keys(references)))
    if (!isInstalled(reference)) await install(reference);
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, 'run', 'test/recommend/references']);
  process.exitCode = code;
}

await testReferences().catch(exitWithError);
