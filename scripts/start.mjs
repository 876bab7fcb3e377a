import { join } from 'node:path';
import { build } from './build.mjs';
import { exitWithError, Problem } from './exit-with-error.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

const usage = `npm start                  the practice site and the extension: a window to play in, or the tour where there is no display
npm start -- --headless    the tour, without a window
npm start -- --live        the real sketchfab.com, in a profile that stays in out/live-profile
npm start -- --help        these lines`;

/**
 * Which of the three ways to start is wanted.
 * @param {readonly string[]} words
 * @returns {'live' | 'play' | 'tour'}
 */
function chooseShow(words) {
  const unknown = words.filter((word) => word !== '--live' && word !== '--headless');
  if (unknown.length > 0) throw new Problem(`There is no ${unknown.join(' ')}. What there is:\n${usage}`);
  if (!words.includes('--live')) return words.includes('--headless') || !hasDisplay() ? 'tour' : 'play';
  if (hasDisplay() && !words.includes('--headless')) return 'live';
  throw new Problem('--live opens a window for a person, and there is no display here.');
}

function hasDisplay() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform === 'darwin' || process.platform === 'win32' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

async function start() {
  const words = process.argv.slice(2);
  if (words.includes('--help')) {
    console.log(usage);
    return;
  }
  const show = chooseShow(words);
  await setUp({ firefox: false });
  await build();
  // The shows are TypeScript and import what has just been installed, so they are a program of their own.
  const { code } = await run(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${show}.ts`)]);
  process.exitCode = code;
}

await start().catch(exitWithError);
