import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, type TestContext } from 'vitest';
import { skip } from '../dataset/python3';
import { python } from './python';
import { makeWorld } from './world';
import { datasetZip, pairsOf, unpack } from './written';

const world = makeWorld(6);
const truth = world.map(({ uid, name }) => `${uid}\t${name}`).sort();
const document = readFileSync(new URL('../../docs/dataset.md', import.meta.url), 'utf8');

/** The code of docs/dataset.md in this language that has this text. */
function lines(language: string, text: string): string {
  const blocks = [...document.matchAll(/^```(\w+)\n(.*?)^```/gms)];
  const found = blocks.find(([, of, code]) => of === language && code!.includes(text));
  if (!found) throw new Error(`docs/dataset.md has no ${language} with ${text}`);
  return found[2]!;
}

function run(context: TestContext, folder: string, program: string, args: string[], input = ''): string {
  const done = spawnSync(program, args, { cwd: folder, input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  if (done.error) skip(context, `${program} is not installed`);
  if (done.status !== 0) throw new Error(done.stderr);
  return done.stdout;
}

const sorted = (output: string) => output.split(/\r?\n/).filter(Boolean).sort();

describe('the lines of docs/dataset.md', { timeout: 120_000 }, () => {
  it.for(['data.table', 'readr'])('read exact names with %s of R', async (library, context) => {
    const folder = await unpack(await datasetZip(world));
    const has = `quit(status = !requireNamespace('${library}', quietly = TRUE))`;
    const found = spawnSync('Rscript', ['-e', has]);
    if (found.error ?? found.status !== 0) skip(context, `R with ${library} is not installed`);
    const code = `suppressMessages({${lines('r', `library(${library})`)}})
      con <- file('names.tsv', 'wb')
      writeBin(charToRaw(paste0(models$mid, '\\t', enc2utf8(models$name), '\\n', collapse = '')), con)
      close(con)`;
    run(context, folder, 'Rscript', ['-e', code]);
    expect(sorted(readFileSync(join(folder, 'names.tsv'), 'utf8'))).toEqual(truth);
  });

  it('read exact names and all likes with SQLite', async (context) => {
    const folder = await unpack(await datasetZip(world));
    const script = `${lines('sqlite', '.import')}
.mode list
.separator "\\t" "\\n"
SELECT mid, name FROM models;
.print likes:
SELECT mid || ' ' || uid FROM likes;
`;
    const [names = '', likes = ''] = run(context, folder, 'sqlite3', ['-batch'], script).split('likes:\n');
    expect(sorted(names)).toEqual(truth);
    expect(sorted(likes)).toEqual(pairsOf(world));
  });

  it('make CSV with csvkit', async (context) => {
    const folder = await unpack(await datasetZip(world));
    run(context, folder, 'csvformat', ['--version']);
    run(context, folder, 'sh', ['-c', lines('sh', 'csvformat')]);
    const script =
      'import csv,sys; print(*["\\t".join(r[::-1]) for r in csv.reader(open("models.csv", newline=""))][1:], sep="\\n")';
    expect(sorted(run(context, folder, 'python3', ['-c', script]))).toEqual(truth);
  });
});

describe('fastparquet', { timeout: 120_000 }, () => {
  it('reads every column of both tables, nulls and all', async (context) => {
    const marked = world.map((model, index) => ({
      ...model,
      noAi: index % 3 === 0 ? null : index % 2 === 0,
    }));
    const folder = await unpack(await datasetZip(marked));
    const read = JSON.parse(python(context, ['fastparquet', 'pyarrow'], 'two_readers.py', [folder])) as {
      readonly differing: string[];
      readonly nulls: number;
      readonly rows: number;
    };
    expect(read).toEqual({ differing: [], nulls: Math.ceil(world.length / 3), rows: world.length });
  });
});
