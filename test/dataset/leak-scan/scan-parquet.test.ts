import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { LeakError } from '../../../src/dataset/leak-scan/leak-report';
import { makeZip } from '../zip/made-zip';
import { hex, scan, scanFor } from './leak-scan-rig';

describe('the leak scan of Parquet columns', () => {
  it('checks each value by itself', () => {
    const leakScan = scanFor({});
    const [start, rest] = [hex('ada').slice(0, 20), hex('ada').slice(20)];
    leakScan.values('p.parquet', 'id', [start, rest, null, undefined]);
    expect(leakScan.report().leakCount).toBe(0);
    leakScan.values('p.parquet', 'id', ['m', null, hex('ada'), '16271', 'bob']);
    leakScan.values('q.parquet', 'site', ['bob', '16271', `by ${hex('bob')}`]);
    expect(leakScan.report().leaks.map(({ kind, path, line }) => [kind, path, line])).toEqual([
      ['userId', 'p.parquet', 3],
      ['userId', 'p.parquet', 4],
      ['userName', 'p.parquet', 5],
      ['userId', 'q.parquet', 3],
    ]);
    expect(leakScan.report().mentions).toEqual(['bob']);
  });

  it('reaches the last of many values', () => {
    const leakScan = scanFor({});
    leakScan.values('p', 'id', [
      ...Array.from({ length: 10_000 }, (_, index) => hex(`p${index}`)),
      hex('ada'),
    ]);
    expect(leakScan.report().leaks).toMatchObject([{ line: 10_001 }]);
  });

  it('reports the row and the id of its model, so that the model can be excluded', async () => {
    const files = { ...defaultDatasetOptions.files, psv: false, recbole: false };
    const rows = ['a', 'b', 'c'].map((name) => ({ uid: hex(name), likes: [hex('ada')], tags: ['x', 'y'] }));
    const model = { ...rows[1]!, tags: ['x', 'y', `by ${hex('ada')}`] };
    const made = makeZip([rows[0]!, model, rows[2]!], { options: { ...defaultDatasetOptions, files } });
    const error: unknown = await made.catch((reason: unknown) => reason);
    const row = 1 + ['a', 'b', 'c'].map(hex).sort().indexOf(model.uid);
    expect(error instanceof LeakError && error.report.leaks).toContainEqual({
      kind: 'userId',
      path: 'parquet/items.parquet',
      line: row,
      excerpt: `${model.uid}: by ${hex('ada')}`,
    });
  });

  it('reaches the licence of a model', async () => {
    const leaky = makeZip([{ uid: 'a', likes: [hex('ada')], licence: `by ${hex('ada')}` }]);
    await expect(leaky).rejects.toThrow(LeakError);
  });

  it('reports an id in the compressed bytes without its surroundings', () => {
    const { leaks } = scan(`\n\u0000\u0001${hex('ada')}\uFFFD`, { form: 'bytes' });
    expect(leaks).toEqual([{ kind: 'userId', path: 'a.txt', line: null, excerpt: hex('ada') }]);
  });
});
