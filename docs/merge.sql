-- Merges the parts of several machines with DuckDB: docs/merging.md says how. Run it where all part zips were unpacked
-- over each other, so that parts/ lies beside. It writes merged/interactions.parquet and merged/items.parquet.

-- Pseudonyms of two keys never meet: stop before they are mixed.
CREATE TEMP TABLE fitting AS
SELECT CASE
    WHEN count(DISTINCT (keyId, algorithm, projectId)) = 1 THEN true
    ELSE error('the parts were not made with one key, method and project')
  END AS fits
FROM read_json('parts/manifest-*.json',
  columns = {keyId: 'VARCHAR', algorithm: 'VARCHAR', projectId: 'VARCHAR'});

-- Each like once, with the last moment at which anybody saw it.
CREATE TEMP TABLE pairs AS
SELECT item_id, user_id, max(observed_at) AS last_seen
FROM read_parquet('parts/likes/**/*.parquet', hive_partitioning = true, union_by_name = true)
GROUP BY item_id, user_id;

CREATE TEMP TABLE told AS
SELECT * FROM read_parquet('parts/items/**/*.parquet', hive_partitioning = true, union_by_name = true);

-- Each model once, by whoever knows its whole list, else by whoever read of it last.
CREATE TEMP TABLE items AS
SELECT * FROM told
QUALIFY row_number() OVER (
  PARTITION BY item_id
  ORDER BY (state = 'complete') DESC, observed_at DESC NULLS LAST, contributor, crawl_date
) = 1;

-- A like that nobody saw since a list began that was then read completely was taken back.
CREATE TEMP TABLE sweeps AS
SELECT item_id, max(sweep_started_at) AS swept_at FROM told WHERE state = 'complete' GROUP BY item_id;

CREATE TEMP TABLE kept AS
SELECT pairs.item_id, pairs.user_id
FROM pairs LEFT JOIN sweeps USING (item_id)
WHERE swept_at IS NULL OR last_seen >= swept_at;

-- Whole numbers for programs that want them, in an order of chance: any other would tell something.
CREATE TEMP TABLE user_index AS
SELECT user_id, CAST(row_number() OVER (ORDER BY random()) - 1 AS INTEGER) AS user_idx
FROM (SELECT DISTINCT user_id FROM kept);

CREATE TEMP TABLE item_index AS
SELECT item_id, CAST(row_number() OVER (ORDER BY random()) - 1 AS INTEGER) AS item_idx FROM items;

-- The times stay behind: they are for the team, and not to be published.
COPY (
  SELECT user_id, item_id, user_idx, item_idx
  FROM kept JOIN user_index USING (user_id) JOIN item_index USING (item_id)
  ORDER BY item_id, user_id
) TO 'merged/interactions.parquet' (FORMAT parquet);

COPY (
  SELECT item_id, item_idx, name, categories, tags, like_count, coalesce(likes, 0) AS likes_collected,
    state = 'complete' AS complete, state, no_ai, thumbnail_url
  FROM items JOIN item_index USING (item_id)
    LEFT JOIN (SELECT item_id, CAST(count(*) AS INTEGER) AS likes FROM kept GROUP BY item_id) USING (item_id)
  ORDER BY item_id
) TO 'merged/items.parquet' (FORMAT parquet);
