import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { LeakError, refuseLeaks } from '../../../src/dataset/leak-scan/leak-report';
import { psvRecord } from '../../../src/dataset/tables/delimited-text';
import { makeZip } from '../zip/made-zip';
import { anyOf, hex, kinds, likes, likesText, scan, scanFor, subjects, text } from './leak-scan-rig';

describe('the key and the passphrase', () => {
  it('are found anywhere, as JSON or our table would spell them too, and shown nowhere', () => {
    const passphrase = 'a "long" \\ phrase | of nine words';
    const more = { passphrase };
    expect(kinds(`x${subjects.key}y`)).toEqual(['key']);
    for (const content of [passphrase, JSON.stringify({ passphrase }), psvRecord([passphrase])]) {
      const { leaks } = scan(`line\n${content}`, text, more);
      expect(leaks).toMatchObject([{ kind: 'passphrase', line: 2, excerpt: null }]);
    }
    expect(kinds(likesText([subjects.key, 'm', 'u']), likes)).toEqual(['key']);
  });

  it('are found wherever chunks end', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyOf('abc'), minLength: 8, maxLength: 20 }),
        fc.string({ unit: anyOf('abc') }),
        fc.string({ unit: anyOf('abc') }),
        fc.integer({ min: 1, max: 30 }),
        (key, before, after, chunkLength) => {
          const content = `${before}${key}${after}`;
          const expected = content.match(new RegExp(`(?=${key})`, 'g'))?.length;
          expect(kinds(content, text, { key }, chunkLength)).toHaveLength(expected!);
        },
      ),
    );
  });

  it('that are short words block as whole values only', () => {
    expect(kinds('a kite flies', text, { key: 'kite' })).toEqual([]);
    expect(kinds('| kite |', text, { key: 'kite' })).toEqual(['key']);
    expect(kinds(likesText(['kite', 'm', 'u']), likes, { key: 'kite' })).toEqual([]);
    expect(kinds('nothing of it', text, { key: '', passphrase: '' })).toEqual([]);
  });
});

describe('the values of a Parquet column', () => {
  it('are read each by itself', () => {
    const leakScan = scanFor({});
    const [start, rest] = [hex('ada').slice(0, 20), hex('ada').slice(20)];
    leakScan.values('p.parquet', 'id', [start, rest, null, undefined]);
    expect(leakScan.report().leakCount).toBe(0);
    leakScan.values('p.parquet', 'id', ['m', null, hex('ada'), '16271', 'bob']);
    leakScan.values('q.parquet', 'site', ['bob', '16271', `by ${hex('bob')}`]);
    expect(leakScan.report().leaks.map(({ kind, path, line }) => [kind, path, line])).toEqual([
      ['user id', 'p.parquet', 3],
      ['user id', 'p.parquet', 4],
      ['user name', 'p.parquet', 5],
      ['user id', 'q.parquet', 3],
    ]);
    expect(leakScan.report().mentions).toEqual(['bob']);
  });

  it('are read to the last when there are many', () => {
    const leakScan = scanFor({});
    leakScan.values('p', 'id', [
      ...Array.from({ length: 10_000 }, (_, index) => hex(`p${index}`)),
      hex('ada'),
    ]);
    expect(leakScan.report().leaks).toMatchObject([{ line: 10_001 }]);
  });

  it('are told by their row and its id, so that a model can be left out though only Parquet was wanted', async () => {
    const files = { ...defaultDatasetOptions.files, psv: false, recbole: false };
    const rows = ['a', 'b', 'c'].map((name) => ({ uid: hex(name), likes: [hex('ada')], tags: ['x', 'y'] }));
    const model = { ...rows[1]!, tags: ['x', 'y', `by ${hex('ada')}`] };
    const made = makeZip([rows[0]!, model, rows[2]!], { options: { ...defaultDatasetOptions, files } });
    const error: unknown = await made.catch((reason: unknown) => reason);
    const row = 1 + ['a', 'b', 'c'].map(hex).sort().indexOf(model.uid);
    expect(error instanceof LeakError && error.report.leaks).toContainEqual({
      kind: 'user id',
      path: 'parquet/items.parquet',
      line: row,
      excerpt: `${model.uid}: by ${hex('ada')}`,
    });
  });

  it('are told without the bytes around where they show in the packed file', () => {
    const { leaks } = scan(`\n\u0000\u0001${hex('ada')}\uFFFD`, { form: 'bytes' });
    expect(leaks).toEqual([{ kind: 'user id', path: 'a.txt', line: null, excerpt: hex('ada') }]);
  });
});

describe('what was found', () => {
  it('blocks, with a message that names the file and nothing that leaked', () => {
    const report = scan(`\n${hex('ada')}\n${hex('bob')}`);
    expect(() => refuseLeaks(report)).toThrow(LeakError);
    expect(() => refuseLeaks(report)).toThrow(
      /^A raw user id was found in a\.txt, line 2, and 1 more\. Exclude/,
    );
    expect(() => refuseLeaks(report)).not.toThrow(hex('ada'));
    refuseLeaks(scan('nothing'));
  });

  it('is listed up to a limit, and counted beyond it', () => {
    const report = scan(`${hex('ada')}\n`.repeat(1_000));
    expect(report.leakCount).toBe(1_000);
    expect(report.leaks).toHaveLength(100);
  });

  it('is nothing when nothing was collected', () => {
    const leakScan = scanFor({ userUids: [], usernames: [], key: '', passphrase: null, boilerplate: [] });
    leakScan.entry('a', likes).add(new TextEncoder().encode(likesText(['a', 'b', 'c'])));
    leakScan.values('b', 'id', ['a']);
    expect(leakScan.report().leakCount).toBe(0);
  });
});
