import { join } from 'node:path';
import { build } from './build.mjs';
import { exitWithError, Problem } from './exit-with-error.mjs';
import { root } from './root.mjs';
import { run } from './run.mjs';
import { setUp } from './setup.mjs';

const usage = `npm start                  opens the practice site with the extension in a window, or runs the tour if there is no display
npm start -- --headless    runs the tour, without a window
npm start -- --live        opens the real sketchfab.com, with a profile that is kept in out/live-profile
npm start -- --help        prints this help`;

/**
 * Chooses one of the three ways to start.
 * @param {readonly string[]} words
 * @returns {'live' | 'play' | 'tour'}
 */
function chooseShow(words) {
  const unknown = words.filter((word) => word !== '--live' && word !== '--headless');
  if (unknown.length > 0)
    throw new Problem(`Unknown option: ${unknown.join(' ')}. The options are:\n${usage}`);
  if (!words.includes('--live')) return words.includes('--headless') || !hasDisplay() ? 'tour' : 'play';
  if (hasDisplay() && !words.includes('--headless')) return 'live';
  throw new Problem('--live opens a window, and there is no display here.');
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
  // These scripts are TypeScript and import what has just been installed, so they run in a process of their own.
  const { code } = await run(process.execPath, ['--import', 'tsx', join(root, 'scripts', `${show}.ts`)]);
  process.exitCode = code;
}

await start().catch(exitWithError);
