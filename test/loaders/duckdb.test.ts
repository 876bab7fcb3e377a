import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { duckdb } from './duckdb';
import { makeWorld } from './world';
import { asPairs, datasetZip, pairsOf, unpack } from './written';

const world = makeWorld(2);
const psv = (table: string) =>
  `read_csv('data/${table}.psv', delim='|', quote='\\', escape='\\', header=true, all_varchar=true)`;

describe('DuckDB reads', { timeout: 120_000 }, () => {
  it('the same set of likes from PSV, Parquet and RecBole files', async () => {
    const folder = await unpack(await datasetZip(world));
    const truth = pairsOf(world);
    expect(asPairs(duckdb(folder, `SELECT mid, uid FROM ${psv('model_likes_anon')}`))).toEqual(truth);
    const parquet = duckdb(folder, "SELECT item_id, user_id FROM 'parquet/interactions.parquet'");
    expect(asPairs(parquet)).toEqual(truth);
    const inter = 'recbole/sketchfab-likes/sketchfab-likes.inter';
    const recbole = duckdb(
      folder,
      `SELECT "item_id:token", "user_id:token" FROM read_csv('${inter}', delim='\t', quote='', header=true, all_varchar=true)`,
    );
    expect(asPairs(recbole)).toEqual(truth);
  });

  it('exact names with quotes and separators in them', async () => {
    const folder = await unpack(await datasetZip(world, { likesNames: 'exact' }));
    const names = world.map(({ uid, name }) => `${uid} ${name}`).sort();
    expect(asPairs(duckdb(folder, `SELECT mid, coalesce(name, '') FROM ${psv('model_urls')}`))).toEqual(
      names,
    );
    expect(asPairs(duckdb(folder, "SELECT item_id, name FROM 'parquet/items.parquet'"))).toEqual(names);
    expect(asPairs(duckdb(folder, `SELECT mid, uid FROM ${psv('model_likes_anon')}`))).toEqual(
      pairsOf(world),
    );
  });

  it('text, integer, date and list columns without options', async () => {
    const folder = await unpack(await datasetZip(world));
    const types = (file: string) =>
      Object.fromEntries(
        duckdb(folder, `SELECT column_name, column_type FROM (DESCRIBE FROM 'parquet/${file}.parquet')`),
      ) as Record<string, string>;
    expect(types('interactions')).toEqual({
      user_id: 'VARCHAR',
      item_id: 'VARCHAR',
      user_idx: 'INTEGER',
      item_idx: 'INTEGER',
    });
    expect(types('items')).toMatchObject({
      item_id: 'VARCHAR',
      tags: 'VARCHAR[]',
      complete: 'BOOLEAN',
      published_on: 'DATE',
    });
    const days = duckdb(
      folder,
      "SELECT CAST(published_on AS VARCHAR), count(*) FROM 'parquet/items.parquet' GROUP BY 1",
    );
    expect(days).toEqual([['2024-02-29', String(world.length)]]);
    const [row] = duckdb(
      folder,
      `SELECT count(*), count(DISTINCT user_idx), max(user_idx), count(DISTINCT user_id) FROM 'parquet/interactions.parquet'`,
    ) as [[string, string, number, string]];
    expect([Number(row[1]), row[2] + 1]).toEqual([Number(row[3]), Number(row[3])]);
  });

  it('a dataset without likes', async () => {
    const folder = await unpack(await datasetZip([]));
    expect(duckdb(folder, "SELECT * FROM 'parquet/interactions.parquet'")).toEqual([]);
    expect(duckdb(folder, `SELECT * FROM ${psv('model_likes_anon')}`)).toEqual([]);
    expect(readFileSync(join(folder, 'data/model_urls.psv'), 'utf8')).toBe('name|mid\r\n');
  });
});
