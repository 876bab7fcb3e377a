import JSZip from 'jszip';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanText } from '../../src/sketchfab/clean-text';
import { parseModelUid } from '../../src/sketchfab/model-uid';
import { skip } from '../dataset/python3';
import { parsePsv } from '../dataset/tables/parse-psv';
import type { WorldModel } from './world';
import { datasetZip } from './written';

const list = new URL('../../../shared/data/model_urls.psv', import.meta.url);

const tablesAlone = { psv: true, parquet: false, recbole: false, stats: false, croissant: false };

describe('the 28,824 names of 2016', { timeout: 120_000 }, () => {
  it('survive an export unchanged, except for the 166 that capture cleans', async (context) => {
    if (!existsSync(list)) return skip(context, 'the list of 2016 is not beside this checkout');
    const [, ...records] = parsePsv(readFileSync(list, 'utf8'));
    expect(records).toHaveLength(28_824);
    const captured = new Map<string, WorldModel>();
    for (const [name = '', mid] of records) {
      const uid = parseModelUid(mid)!;
      const facts = { tags: null, categories: null, state: 'new', likes: [], readBetween: null };
      captured.set(uid, { uid, name: cleanText(name), ...facts });
    }
    expect(captured.size).toBe(28_806);
    const zip = await JSZip.loadAsync(await datasetZip([...captured.values()], { files: tablesAlone }));
    const [, ...written] = parsePsv(await zip.file('data/model_urls.psv')!.async('string'));
    const back = new Map(written.map(([name, mid]) => [mid, name]));
    expect(back.size).toBe(28_806);
    const changed = records.filter(([name, mid]) => back.get(mid) !== name);
    expect(changed).toHaveLength(166);
    // Only white space at the ends, and one line break.
    expect(changed.filter(([name, mid]) => name?.trim() !== back.get(mid))).toHaveLength(1);
  });
});
