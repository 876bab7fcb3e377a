import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exitWithError } from './exit-with-error.mjs';
import { createTypeChecker } from './mutants/check-types.mjs';
import { placeOf } from './mutants/place-of.mjs';
import { cache, runStage } from './mutants/run-stage.mjs';
import { slices } from './mutants/slices.mjs';
import { root } from './root.mjs';

/** @typedef {import('./mutants/run-stage.mjs').Mutant} Mutant */
/** @typedef {{ file: string, original: string, replacement: string, reason: string }} Named */

/** `--quick` ends after the quick tests: what survives them may still be caught by types or by other tests. */
const isQuick = process.argv.includes('--quick');
const paths = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** Changes that no test can see, or none should, each with its reason. */
const survivorsFile = join(root, 'docs', 'mutant-survivors.json');

const caught = ['Killed', 'Timeout'];

/** @param {Mutant} mutant */
const isLeft = ({ status }) => status === 'Survived' || status === 'NoCoverage';

/** @param {string} text */
const squeeze = (text) => text.replaceAll(/\s+/g, ' ').trim().slice(0, 200);

/** @param {string} path */
async function testPath(path) {
  const mutants = await runStage(path);
  let left = mutants.filter(isLeft);
  const counts = {
    mutants: mutants.length,
    'words for developers': mutants.filter(({ status }) => status === 'Ignored').length,
    'caught by quick tests': mutants.filter(({ status }) => caught.includes(status)).length,
    'caught by types': 0,
    'caught by other tests': 0,
    'survived with a reason': 0,
    survived: 0,
  };
  if (!isQuick) {
    const failsTypes = createTypeChecker();
    const typed = left.filter((mutant) => !failsTypes(mutant));
    counts['caught by types'] = left.length - typed.length;
    const again = typed.length > 0 ? await runStage(path, { only: typed }) : [];
    const places = new Set(again.filter(isLeft).map(placeOf));
    left = typed.filter((mutant) => places.has(placeOf(mutant)));
    counts['caught by other tests'] = typed.length - left.length;
  }
  /** @type {readonly Named[]} */
  const named = JSON.parse(await readFile(survivorsFile, 'utf8'));
  const unnamed = left.filter(
    (mutant) =>
      !named.some(
        ({ file, original, replacement }) =>
          file === mutant.fileName &&
          original === squeeze(mutant.original) &&
          replacement === squeeze(mutant.replacement),
      ),
  );
  counts['survived with a reason'] = left.length - unnamed.length;
  counts.survived = unnamed.length;
  for (const { fileName, location, original, replacement, status } of unnamed) {
    const how = status === 'NoCoverage' ? ' (reached by no test)' : '';
    console.log(`${fileName}:${location.start.line} ${squeeze(original)} -> ${squeeze(replacement)}${how}`);
  }
  await writeFile(join(cache, 'last-survivors.json'), JSON.stringify(unnamed, null, 1));
  const all = counts.mutants - counts['words for developers'] - counts['survived with a reason'];
  console.log(path, counts, `${((100 * (all - counts.survived)) / all).toFixed(1)} % caught`);
  return counts.survived;
}

async function testMutants() {
  for (const path of paths.length > 0 ? paths : Object.keys(slices)) await testPath(path);
}

await testMutants().catch(exitWithError);
