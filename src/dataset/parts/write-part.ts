import { archive } from '../archive';
import type { FileFacts } from '../dataset-facts';
import { harvestSteps } from '../harvest/continue-harvest';
import type { Harvest } from '../harvest/harvest';
import { refuseLeaks } from '../leak-report';
import { createLeakScan, type LeakScan } from '../leak-scan';
import { parquetBytes, type RowGroup } from '../parquet-bytes';
import type { Step } from '../progress';
import { sealEntry } from '../seal-entry';
import type { Table } from '../table';
import { watchValues } from '../watch-values';
import { withinZipLimit } from '../within-zip-limit';
import { buildManifest } from './build-manifest';
import { gatherPart, type GatheredPart } from './gather-part';
import type { PartManifest } from './part-manifest';
import type { PartOrder } from './part-order';
import { manifestPath, type PartRun } from './part-paths';
import { buildPartReadme } from './part-readme';
import { partItemGroups, partLikeGroups } from './part-rows';
import { partTables } from './part-tables';

const writing: Step = { doing: 'Writing the part', weight: 30 };

/** What making a part goes through, from the first row that is read. */
export const partSteps: readonly Step[] = [...harvestSteps, writing];

/**
 * Writes the zip of one machine's part, for merging with those of others. The same rows, order and date give the same
 * bytes. Rejects as `writeDataset` does, also when something stands in the files that must not leave.
 */
export async function writePart(harvest: Harvest, order: PartOrder): Promise<PartManifest> {
  const { signal } = order;
  order.tellStep?.(writing.doing)(0, 1);
  const gathered = await gatherPart(harvest, order);
  const run = runOf(order);
  const scan = createLeakScan(leakSubjects(order, run, gathered));
  const files: FileFacts[] = [];
  const archived = partFiles(order, run, gathered, scan, files).map((file) => {
    const watch = scan.entry(file.path, { form: file.isPacked ? 'bytes' : 'text' });
    const chunks = sealEntry(file, undefined, watch, (facts) => files.push(facts));
    return { path: file.path, isPacked: file.isPacked, chunks: withinZipLimit(file.path, chunks) };
  });
  for await (const chunk of withinZipLimit('the zip', archive(archived, signal))) await order.write(chunk);
  refuseLeaks(scan.report());
  return buildManifest(order, gathered.selection, files.slice(0, -1));
}

const runOf = ({ contributor, run, exportedAt }: PartOrder): PartRun => ({
  contributor,
  crawlDate: exportedAt.toISOString().slice(0, 10),
  run,
});

type PartFile = {
  readonly path: string;
  readonly isPacked: boolean;
  readonly content: () => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

/** The manifest last: `files` then holds all others. */
function partFiles(
  order: PartOrder,
  run: PartRun,
  { selection }: GatheredPart,
  scan: LeakScan,
  files: readonly FileFacts[],
): readonly PartFile[] {
  const tables = partTables(run);
  return [
    tableFile(tables.items, () => partItemGroups(selection), scan),
    tableFile(tables.likes, () => partLikeGroups(selection), scan),
    { path: 'README.md', isPacked: false, content: () => [buildPartReadme(run)] },
    {
      path: manifestPath(run),
      isPacked: false,
      content: () => [`${JSON.stringify(buildManifest(order, selection, files), null, 2)}\n`],
    },
  ];
}

function tableFile(
  table: Table,
  groups: () => AsyncIterable<RowGroup> | Iterable<RowGroup>,
  scan: LeakScan,
): PartFile {
  const content = () => parquetBytes(table, watchValues(table, groups(), scan));
  return { path: table.path, isPacked: true, content };
}

function leakSubjects(order: PartOrder, run: PartRun, { selection, people }: GatheredPart) {
  const { key } = order;
  return {
    people,
    key: key.text,
    passphrase: key.mode === 'passphrase' ? key.passphrase : null,
    ownTexts: [buildPartReadme(run), JSON.stringify(buildManifest(order, selection, []))],
  };
}
