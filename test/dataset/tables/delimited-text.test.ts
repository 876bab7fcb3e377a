import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { psvRecord } from '../../../src/dataset/tables/delimited-text';
import byteTable from '../../fixtures/psv/byte-table.json';
import pythonRecords from '../../fixtures/psv/python-csv.json';
import { runPython, skip } from '../python3';
import { parsePsv } from './parse-psv';

const write = (records: readonly (readonly string[])[]) => records.map(psvRecord).join('');
const hostile = fc.string({
  unit: fc.constantFrom(
    '|',
    '\\',
    '"',
    '\r',
    '\n',
    ' ',
    ',',
    'a',
    '\u00e9',
    '\u{1f43a}',
    '\u2028',
    '\ufeff',
    '\t',
  ),
  maxLength: 12,
});
const records = fc.array(fc.array(hostile, { minLength: 2, maxLength: 4 }), { maxLength: 20 });

describe('a PSV record', () => {
  it.each(byteTable)('of %j has the bytes of the format', (value, line) => {
    expect(psvRecord([value, 'm', 'u'])).toBe(line);
  });

  it('equals what Python wrote for the recorded examples', () => {
    expect(pythonRecords).toHaveLength(400);
    for (const [record, line] of pythonRecords) expect(psvRecord(record as string[])).toBe(line);
  });

  it('equals what the installed Python writes for random records', (context) => {
    const fresh = fc.sample(records, 200).flat();
    const answer = runPython(context, 'psv/python_csv.py', ['-'], JSON.stringify(fresh));
    expect(answer).toEqual(fresh.map((record) => [record, psvRecord(record)]));
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(records, (some) => {
        expect(parsePsv(write(some))).toEqual(some);
      }),
    );
  });

  it('reproduces the model list of 2016 byte for byte', (context) => {
    const path = new URL('../../../shared/data/model_urls.psv', import.meta.url);
    if (!existsSync(path)) return skip(context, 'the list of 2016 is not beside this checkout');
    const list = readFileSync(path);
    expect(list).toHaveLength(1_549_492);
    expect(Buffer.from(write(parsePsv(list.toString('utf8')))).equals(list)).toBe(true);
  });
});
