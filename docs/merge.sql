-- Merges the parts of several machines with DuckDB; see docs/merging.md. Run it in the folder into which all part zips
-- were unpacked, next to parts/. It writes merged/interactions.parquet and merged/items.parquet.

-- Stop if keys differ: the pseudonyms of one key never match those of another.
CREATE TEMP TABLE one_key AS
SELECT CASE
    WHEN count(DISTINCT (keyId, algorithm, projectId)) = 1 THEN true
    ELSE error('the parts were not made with one key, method and project')
  END AS is_one_key
FROM read_json('parts/manifest-*.json',
  columns = {keyId: 'VARCHAR', algorithm: 'VARCHAR', projectId: 'VARCHAR'});

-- Each like once, with the latest time at which it was seen.
CREATE TEMP TABLE pairs AS
SELECT item_id, user_id, max(observed_at) AS last_seen
FROM read_parquet('parts/likes/**/*.parquet', hive_partitioning = true, union_by_name = true)
GROUP BY item_id, user_id;

CREATE TEMP TABLE part_items AS
SELECT * FROM read_parquet('parts/items/**/*.parquet', hive_partitioning = true, union_by_name = true)
UNION ALL BY NAME
-- Earlier versions wrote no views.
SELECT CAST(NULL AS INTEGER) AS views, CAST(NULL AS DATE) AS views_seen_on WHERE false;

-- Each model once: from the machine with its complete list, otherwise from the one that read it last. What that machine
-- did not know is taken from the others. A NoAI mark counts whoever saw it; of the numbers of views, the last one does.
CREATE TEMP TABLE ranked_items AS
SELECT *, row_number() OVER (
    PARTITION BY item_id
    ORDER BY (state = 'complete') DESC, observed_at DESC NULLS LAST, contributor, crawl_date
  ) AS rank
FROM part_items;

CREATE TEMP TABLE items AS
SELECT any_value(COLUMNS(* EXCLUDE rank) ORDER BY rank)
FROM (
  SELECT * REPLACE (
    bool_or(no_ai) OVER of_model AS no_ai,
    first_value(views) OVER last_seen AS views,
    first_value(views_seen_on) OVER last_seen AS views_seen_on
  )
  FROM ranked_items
  WINDOW
    of_model AS (PARTITION BY item_id),
    last_seen AS (PARTITION BY item_id ORDER BY views IS NULL, views_seen_on DESC NULLS LAST, rank)
)
GROUP BY item_id;

-- A like was taken back if nobody saw it after the reading of a complete list began.
CREATE TEMP TABLE sweeps AS
SELECT item_id, max(sweep_started_at) AS swept_at FROM part_items WHERE state = 'complete' GROUP BY item_id;

CREATE TEMP TABLE kept AS
SELECT pairs.item_id, pairs.user_id
FROM pairs LEFT JOIN sweeps USING (item_id)
WHERE swept_at IS NULL OR last_seen >= swept_at;

-- Integers for programs that need them, in random order: any other order would reveal something.
CREATE TEMP TABLE user_index AS
SELECT user_id, CAST(row_number() OVER (ORDER BY random()) - 1 AS INTEGER) AS user_idx
FROM (SELECT DISTINCT user_id FROM kept);

CREATE TEMP TABLE item_index AS
SELECT item_id, CAST(row_number() OVER (ORDER BY random()) - 1 AS INTEGER) AS item_idx FROM items;

-- Without the times, which are for the team and must not be published.
COPY (
  SELECT user_id, item_id, user_idx, item_idx
  FROM kept JOIN user_index USING (user_id) JOIN item_index USING (item_id)
  ORDER BY item_id, user_id
) TO 'merged/interactions.parquet' (FORMAT parquet);

COPY (
  SELECT item_id, item_idx, name, categories, tags, like_count, coalesce(likes, 0) AS likes_collected,
    state = 'complete' AS complete, state,
    COLUMNS(* EXCLUDE (item_id, item_idx, name, categories, tags, like_count, likes_collected, likes, state,
      sweep_started_at, observed_at, contributor, crawl_date))
  FROM items JOIN item_index USING (item_id)
    LEFT JOIN (SELECT item_id, CAST(count(*) AS INTEGER) AS likes FROM kept GROUP BY item_id) USING (item_id)
  ORDER BY item_id
) TO 'merged/items.parquet' (FORMAT parquet);
