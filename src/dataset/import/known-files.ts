/** The manifest of a dataset. That of a part has the number of its run in its name. */
export const descriptorPath = 'datapackage.json';

/** Whether a dataset or a part can contain a file of this name. A zip with any other file is refused. */
export function isKnownFile(path: string): boolean {
  return datasetPaths.has(path) || partTable.test(path) || partManifest.test(path);
}

export function isPartManifest(path: string): boolean {
  return partManifest.test(path);
}

/** The parts of the path of a part's table; undefined for any other path. See `partPath`. */
export function readPartPath(path: string) {
  const [, table, contributor, crawlDate, run] = partTable.exec(path) ?? [];
  if (!table || !contributor || !crawlDate || !run) return undefined;
  return { table: table as 'likes' | 'items', contributor, crawlDate, run };
}

const datasetPaths = new Set([
  'README.md',
  descriptorPath,
  'croissant.json',
  'CITATION.cff',
  'stats.json',
  'data/model_urls.psv',
  'data/model_likes_anon.psv',
  'data/model_feats.psv',
  'parquet/interactions.parquet',
  'parquet/items.parquet',
  'recbole/sketchfab-likes/sketchfab-likes.inter',
  'recbole/sketchfab-likes/sketchfab-likes.item',
]);

const slug = '[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?';
const partTable = new RegExp(
  `^parts/(likes|items)/contributor=(${slug})/crawl_date=(\\d{4}-\\d{2}-\\d{2})/part-([0-9a-f]{8})-\\d{5}\\.parquet$`,
);
const partManifest = /^parts\/manifest-[0-9a-f]{8}\.json$/;
