import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitWithError } from './exit-with-error.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';

// Debian's packages for Debian's Python, so that the user's own packages are left alone.
const packages = ['python3-pandas', 'python3-dask'];

/** Whether any Python that the tests look for has what they need. */
function hasPython() {
  const candidates = [process.env['LIKES_OUT_PYTHON'], 'python3', '/usr/bin/python3'];
  return candidates.some(
    (name) => name !== undefined && spawnSync(name, ['-c', 'import pandas, dask.dataframe']).status === 0,
  );
}

async function installPython() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log(`Python lacks pandas or Dask; on Debian, run: apt-get install ${packages.join(' ')}`);
    return;
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const { code, output } = await run('apt-get', args, { env, quiet: true });
  console.log(
    code === 0 ? `Installed ${packages.join(' and ')}.` : `apt-get could not install them:\n${output}`,
  );
}

async function testLoaders() {
  if (!hasPython()) await installPython();
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const { code } = await run(process.execPath, [vitest, 'run', 'test/loaders']);
  process.exitCode = code;
}

await testLoaders().catch(exitWithError);
