import type { FileFacts } from '../dataset-summary';
import { refuseLeaks } from '../leak-scan/leak-report';
import { createLeakScan, type LeakScan } from '../leak-scan/leak-scan';
import { hashAndScan } from '../leak-scan/hash-and-scan';
import { scanParquet } from '../leak-scan/scan-parquet';
import type { Step } from '../progress';
import { withKeyProof } from '../pseudonyms/key-proof';
import { snapshotSteps } from '../read-snapshot';
import type { Snapshot } from '../snapshot/snapshot';
import { writeParquet, type RowGroup } from '../tables/write-parquet';
import type { Table } from '../tables/table';
import { writeZip } from '../zip/write-zip';
import { withinZipLimit } from '../zip/zip-limit';
import { buildManifest, type PartManifest, type PartRequest } from './part-manifest';
import { partItemGroups, partLikeGroups } from './part-rows';
import { manifestPath, type PartRun, partTables } from './part-tables';
import { type SelectedPart, selectPart } from './select-part';

const writing: Step = { id: 'writePart', weight: 30 };

/** The steps of exporting a part, from reading the first row on. */
export const partSteps: readonly Step[] = [...snapshotSteps, writing];

/**
 * Writes the zip of one machine's part, to be merged with those of others. The same rows, request and date give the same
 * bytes. Rejects like `writeDataset`, also if the files would expose private data.
 */
export async function writePart(snapshot: Snapshot, request: PartRequest): Promise<PartManifest> {
  const { signal } = request;
  request.reportStep?.(writing.id)(0, 1);
  const selected = await selectPart(snapshot, request);
  const run = runOf(request);
  const scan = createLeakScan(leakSubjects(request, run, selected));
  const files: FileFacts[] = [];
  const entries = partFiles(request, run, selected, scan, files).map((file) => {
    const { path, isCompressed } = file;
    const entryScan = scan.entry(path, { form: isCompressed ? 'bytes' : 'text' });
    const chunks = hashAndScan(file, undefined, entryScan, (facts) => files.push(facts));
    return { path, isCompressed, chunks: withinZipLimit(path, chunks) };
  });
  for await (const chunk of withinZipLimit(null, writeZip(entries, signal))) await request.write(chunk);
  refuseLeaks(scan.report());
  return buildManifest(request, selected.selection, files.slice(0, -1));
}

const runOf = ({ contributor, run, exportedAt }: PartRequest): PartRun => ({
  contributor,
  crawlDate: exportedAt.toISOString().slice(0, 10),
  run,
});

type PartFile = {
  readonly path: string;
  readonly isCompressed: boolean;
  readonly content: () => AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

/** The manifest is last, when `files` contains all others. */
function partFiles(
  request: PartRequest,
  run: PartRun,
  { selection }: SelectedPart,
  scan: LeakScan,
  files: readonly FileFacts[],
): readonly PartFile[] {
  const tables = partTables(run);
  return [
    tableFile(tables.items, () => partItemGroups(selection), scan),
    tableFile(tables.likes, () => partLikeGroups(selection), scan),
    { path: 'README.md', isCompressed: false, content: () => [buildPartReadme(run)] },
    {
      path: manifestPath(run),
      isCompressed: false,
      content: () =>
        withKeyProof(
          [`${JSON.stringify(buildManifest(request, selection, files), null, 2)}\n`],
          request.key.text,
        ),
    },
  ];
}

function tableFile(
  table: Table,
  groups: () => AsyncIterable<RowGroup> | Iterable<RowGroup>,
  scan: LeakScan,
): PartFile {
  const content = () => writeParquet(table, scanParquet(table, groups(), scan));
  return { path: table.path, isCompressed: true, content };
}

function leakSubjects(request: PartRequest, run: PartRun, { selection, leakIndex }: SelectedPart) {
  const { key } = request;
  return {
    leakIndex,
    key: key.text,
    passphrase: key.mode === 'passphrase' ? key.passphrase : null,
    boilerplate: [buildPartReadme(run), JSON.stringify(buildManifest(request, selection, []))],
  };
}

const buildPartReadme = (run: PartRun) => `# A part of a dataset of Sketchfab likes

One machine's share of a crawl by several machines, to be merged with the others. It is not a dataset yet.

**Do not publish this.** It says when likes were seen, and a team knows its key. Merge all parts as described in
docs/merging.md of the Likes Out project, and publish the result.

User ids are replaced by keyed hashes. This is pseudonymization, not anonymization: likes on Sketchfab are public, so
someone who compares the site with these files can identify people again.

\`${manifestPath(run)}\` describes the files and has a short digest of the key, which must be the same in all
parts.
`;
