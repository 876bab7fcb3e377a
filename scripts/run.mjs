import { spawn } from 'node:child_process';
import { root } from './root.mjs';

/**
 * Runs a program in the checkout to its end and hands back its exit code. A signal counts as code 1, a program
 * that could not be started as 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Readonly<Record<string, string>> }} [options] `quiet` keeps what it prints in `output`
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  const streams = quiet ? 'pipe' : 'inherit';
  const child = spawn(command, [...args], {
    cwd: root,
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

/**
 * We end after the program, never before it: Ctrl+C reaches it by the terminal, any other wish to end by us.
 * @param {import('node:child_process').ChildProcess} child
 */
function endTogether(child) {
  const wait = () => undefined;
  const passOn = () => child.kill('SIGTERM');
  process.on('SIGINT', wait).on('SIGTERM', passOn);
  return () => process.off('SIGINT', wait).off('SIGTERM', passOn);
}

/**
 * The npm that runs us, started without a shell; `npm` alone is a script that Windows cannot spawn.
 * @param {readonly string[]} args
 * @param {{ quiet?: boolean, env?: Readonly<Record<string, string>> }} [options]
 */
export function runNpm(args, options) {
  const cli = process.env['npm_execpath'];
  return cli?.endsWith('.js') ? run(process.execPath, [cli, ...args], options) : run('npm', args, options);
}
