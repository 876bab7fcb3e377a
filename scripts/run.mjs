import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program in the checkout and returns its exit code. A signal counts as code 1, a program
 * that could not be started as 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Readonly<Record<string, string>>, cwd?: string }} [options] `quiet` keeps what it prints in `output`
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = {}, cwd = root } = {}) {
  const streams = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, [...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', streams, streams],
    windowsHide: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
  }
  return new Promise((resolve) => {
    const letGo = endTogether(child);
    child.on('error', (error) => resolve({ code: 127, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
    child.on('close', letGo).on('error', letGo);
  });
}

// Long enough for a program to end properly after Ctrl+C.
const graceMs = 2_000;

/**
 * Ends after the program, never before it. Signals to end are passed on; a SIGINT only after a while, since that
 * of a terminal's Ctrl+C has reached the program too, and cannot be told from one sent to us alone.
 * @param {import('node:child_process').ChildProcess} child
 */
function endTogether(child) {
  /** @type {NodeJS.Timeout | undefined} */
  let grace;
  const passOn = () => child.kill('SIGTERM');
  const passOnLater = () => (grace ??= setTimeout(() => child.kill('SIGINT'), graceMs));
  process.on('SIGINT', passOnLater).on('SIGTERM', passOn);
  return () => {
    clearTimeout(grace);
    process.off('SIGINT', passOnLater).off('SIGTERM', passOn);
  };
}

/**
 * Starts the npm that runs this script, without a shell: `npm` itself is a script that Windows cannot spawn.
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Readonly<Record<string, string>> }} [options]
 */
export function runNpm(args, options) {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args], options) : run('npm', args, options);
}
