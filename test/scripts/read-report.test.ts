import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readPlaywrightReport, readVitestReport } from '../../scripts/read-report.mjs';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'likes-out-report-'));
  vi.spyOn(console, 'log').mockReturnValue();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

async function reportOf(content: object): Promise<string> {
  const path = join(folder, 'report.json');
  await writeFile(path, JSON.stringify(content));
  return path;
}

const file = (status: string, ...statuses: string[]) => ({
  status,
  name: 'a.test.ts',
  assertionResults: statuses.map((one) => ({ status: one, fullName: `is ${one}` })),
});
const vitest = (...testResults: object[]) => reportOf({ testResults });
const spec = (...statuses: string[]) => ({
  title: 'it works',
  tests: statuses.map((status) => ({ status, annotations: [{ type: 'skip', description: 'no Firefox' }] })),
});
const playwright = (specs: object[], errors: object[] = []) =>
  reportOf({ suites: [{ title: 'file', specs: [], suites: [{ title: 'describe', specs }] }], errors });

describe('the count of unit tests', () => {
  it('equals that of the report', async () => {
    const path = await vitest(file('failed', 'passed', 'failed'), file('passed', 'passed', 'pending'));
    expect(await readVitestReport(path, 1)).toEqual({ passed: 2, failed: 1, skipped: ['is pending'] });
  });

  it('gives the reason noted by a skipped test', async () => {
    const skipped = { status: 'skipped', fullName: 'reads a list', meta: { skipReason: 'no list here' } };
    const path = await vitest(
      { ...file('passed', 'passed'), assertionResults: [skipped] },
      file('passed', 'passed'),
    );
    expect((await readVitestReport(path, 0)).skipped).toEqual(['reads a list: no list here']);
  });

  it('has a failure for a file that broke before its first test', async () => {
    const path = await vitest(file('passed', 'passed'), file('failed'));
    expect(await readVitestReport(path, 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('has a failure if the runner exited with an error after tests that passed', async () => {
    expect(await readVitestReport(await vitest(file('passed', 'passed')), 1)).toMatchObject({ failed: 1 });
  });

  it('has a failure if nothing ran or everything was skipped', async () => {
    expect(await readVitestReport(await vitest(), 0)).toMatchObject({ passed: 0, failed: 1 });
    expect(await readVitestReport(await vitest(file('passed', 'skipped')), 0)).toMatchObject({ failed: 1 });
  });

  it('cannot be read from a report that was never written', async () => {
    await expect(readVitestReport(join(folder, 'absent.json'), 0)).rejects.toThrow('ENOENT');
  });
});

describe('the count of browser tests', () => {
  it('finds nested tests, and gives the reason of a skipped one', async () => {
    const path = await playwright([spec('expected'), spec('unexpected'), spec('skipped')]);
    const skipped = ['it works: no Firefox'];
    expect(await readPlaywrightReport(path, 1)).toEqual({ passed: 1, failed: 1, skipped });
  });

  it('counts a test that passed at the second attempt as a failure', async () => {
    expect(await readPlaywrightReport(await playwright([spec('flaky')]), 0)).toMatchObject({ failed: 1 });
  });

  it('counts errors outside tests', async () => {
    const path = await playwright([spec('expected')], [{ message: 'no such module' }]);
    expect(await readPlaywrightReport(path, 1)).toMatchObject({ passed: 1, failed: 1 });
  });
});
