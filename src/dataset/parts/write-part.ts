import type { FileFacts } from '../dataset-summary';
import { refuseLeaks } from '../leak-scan/leak-report';
import { createLeakScan, type LeakScan } from '../leak-scan/leak-scan';
import { hashAndScan } from '../leak-scan/hash-and-scan';
import { scanParquet } from '../leak-scan/scan-parquet';
import type { Step } from '../progress';
import { snapshotSteps } from '../read-snapshot';
import type { Snapshot } from '../snapshot/snapshot';
import { writeParquet, type RowGroup } from '../tables/write-parquet';
import type { Table } from '../tables/table';
import { archive, withinZipLimit } from '../zip/write-zip';
import { buildManifest, type PartManifest, type PartRequest } from './part-manifest';
import { partItemGroups, partLikeGroups } from './part-rows';
import { manifestPath, type PartRun, partTables } from './part-tables';
import { type SelectedPart, selectPart } from './select-part';

const writing: Step = { doing: 'Writing the part', weight: 30 };

/** What making a part goes through, from the first row that is read. */
export const partSteps: readonly Step[] = [...snapshotSteps, writing];

/**
 * Writes the zip of one machine's part, for merging with those of others. The same rows, order and date give the same
 * bytes. Rejects as `writeDataset` does, also when something stands in the files that must not leave.
 */
export async function writePart(snapshot: Snapshot, order: PartRequest): Promise<PartManifest> {
  const { signal } = order;
  order.reportStep?.(writing.doing)(0, 1);
  const pseudonymized = await selectPart(snapshot, order);
  const run = runOf(order);
  const scan = createLeakScan(leakSubjects(order, run, pseudonymized));
  const files: FileFacts[] = [];
  const archived = partFiles(order, run, pseudonymized, scan, files).map((file) => {
    const watch = scan.entry(file.path, { form: file.isPacked ? 'bytes' : 'text' });
    const chunks = hashAndScan(file, undefined, watch, (facts) => files.push(facts));
    return { path: file.path, isPacked: file.isPacked, chunks: withinZipLimit(file.path, chunks) };
  });
  for await (const chunk of withinZipLimit('the zip', archive(archived, signal))) await order.write(chunk);
  refuseLeaks(scan.report());
  return buildManifest(order, pseudonymized.selection, files.slice(0, -1));
}

const runOf = ({ contributor, run, exportedAt }: PartRequest): PartRun => ({
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
  order: PartRequest,
  run: PartRun,
  { selection }: SelectedPart,
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
  const content = () => writeParquet(table, scanParquet(table, groups(), scan));
  return { path: table.path, isPacked: true, content };
}

function leakSubjects(order: PartRequest, run: PartRun, { selection, people }: SelectedPart) {
  const { key } = order;
  return {
    people,
    key: key.text,
    passphrase: key.mode === 'passphrase' ? key.passphrase : null,
    ownTexts: [buildPartReadme(run), JSON.stringify(buildManifest(order, selection, []))],
  };
}

export const buildPartReadme = (run: PartRun) => `# A part of a dataset of Sketchfab likes

One machine's share of a crawl by several, for those who merge them. It is no dataset yet.

**Do not publish this.** It tells when likes were seen, and its key is known to a team. Merge all parts, with the project
that Likes Out comes from (docs/merging.md), and publish what comes out.

User ids are replaced by keyed hashes. This is pseudonymization, not anonymization: likes on Sketchfab are public, so
someone who compares the site with these files can find a person again.

\`${manifestPath(run)}\` tells what is in the files, and by which key's digest parts are seen to fit.
`;

const maxLength = 40;

/**
 * A contributor's name as a folder may be called: lower-case letters, digits and single hyphens. Two people whose
 * names come out alike share a folder, which costs nothing: the files in it are named by their runs.
 */
export function contributorSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replaceAll(/^-+|-+$/g, '');
  return plain || 'someone';
}
