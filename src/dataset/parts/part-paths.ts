/** Names the files of one run. */
export type PartRun = {
  readonly contributor: string;
  /** YYYY-MM-DD in UTC. */
  readonly crawlDate: string;
  /** 8 hex characters of chance, so that no file of the team is ever written twice. */
  readonly run: string;
};

/** Folders named as columns, which readers of Parquet take for columns. */
export function partPath(table: 'likes' | 'items', { contributor, crawlDate, run }: PartRun): string {
  return `parts/${table}/contributor=${contributor}/crawl_date=${crawlDate}/part-${run}-00000.parquet`;
}

export function manifestPath({ run }: PartRun): string {
  return `parts/manifest-${run}.json`;
}
