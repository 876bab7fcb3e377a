import { type DatasetFile, datasetFiles } from './dataset-files';
import type { DatasetOptions } from './dataset-options';
import type { FileFacts } from './dataset-summary';
import type { LeftOut } from './filter/leave-out';
import { filterSteps } from './filter-snapshot';
import { boilerplateTexts } from './leak-scan/boilerplate-texts';
import { entryShape } from './leak-scan/entry-shape';
import { type LeakReport, refuseLeaks } from './leak-scan/leak-report';
import { createLeakScan } from './leak-scan/leak-scan';
import { hashAndScan } from './leak-scan/hash-and-scan';
import type { Step, StepReporter } from './progress';
import { type PseudonymizedDataset, pseudonymizeSteps } from './pseudonymize-dataset';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { snapshotSteps } from './read-snapshot';
import { summarizeSteps } from './summarize-dataset';
import { datasetTables } from './tables/dataset-tables';
import { sortedStates } from './tables/model-states';
import { writeZip } from './zip/write-zip';
import { withinZipLimit } from './zip/zip-limit';

export type WriteRequest = {
  readonly key: PseudonymKey;
  /** Receives the zip chunk by chunk. The next chunk comes, and overwrites this one, after the promise is settled. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly reportStep: StepReporter;
  readonly signal?: AbortSignal | undefined;
};

/** What is in the zip, in the numbers of its README. */
export type DatasetSummary = {
  readonly models: number;
  readonly completeModels: number;
  readonly modelsByState: Readonly<Record<string, number>>;
  readonly featsRows: number;
  readonly users: number;
  readonly likes: number;
  readonly duplicateLikes: number;
  /** By exclusions and filters together. Each filter counts what the one before kept, so no like is counted twice. */
  readonly likesLeftOut: number;
  /** Entries of the exclusion lists, by index: at this stage nothing says who is on them. */
  readonly unmatchedExclusions: LeftOut['unmatched'];
  /** Models that were left out since the site has not shown them to everyone. For the person who exports alone. */
  readonly modelsNotPublic: number;
  readonly files: readonly FileFacts[];
  readonly zipBytes: number;
  /** User names that occur as names, tags, categories or licences of models. */
  readonly mentions: Pick<LeakReport, 'mentions' | 'mentionCount'>;
};

/** The steps of an export with these options, from reading the first row on. */
export function datasetSteps(options: DatasetOptions): readonly Step[] {
  const writing = datasetFiles(options).map(writeStep);
  return [...snapshotSteps, ...filterSteps, ...summarizeSteps, ...pseudonymizeSteps, ...writing];
}

/**
 * Writes the zip. The same rows, key, options and date give the same bytes. Rejects with what `write` throws, with the
 * signal's reason, and with a `LeakError` if the files would expose private data; what was written by then must be
 * thrown away.
 */
export async function writeDataset(
  pseudonymized: PseudonymizedDataset,
  { key, write, reportStep, signal }: WriteRequest,
): Promise<DatasetSummary> {
  const { facts, selection } = pseudonymized;
  const files = datasetFiles(facts.options);
  const tables = datasetTables(facts.options);
  const scan = createLeakScan(leakSubjects(pseudonymized, key, files));

  const entries = files.map((file) => {
    const { path, isCompressed } = file;
    const input = { selection, facts, key, scan, onProgress: reportStep('writeFile', path) };
    const entryScan = scan.entry(path, entryShape(path, tables));
    const chunks = hashAndScan(file, input, entryScan, (written) => {
      facts.files.push(written);
      input.onProgress(1, 1);
    });
    return { path, isCompressed, chunks: withinZipLimit(path, chunks) };
  });

  let zipBytes = 0;
  for await (const chunk of withinZipLimit(null, writeZip(entries, signal))) {
    await write(chunk);
    zipBytes += chunk.length;
  }
  const report = scan.report();
  refuseLeaks(report);
  return summary(pseudonymized, report, zipBytes);
}

const writeStep = ({ path, weight }: DatasetFile): Step => ({ id: 'writeFile', path, weight });

function leakSubjects(
  { facts, leakIndex }: PseudonymizedDataset,
  key: PseudonymKey,
  files: readonly DatasetFile[],
) {
  return {
    leakIndex,
    key: key.text,
    passphrase: key.mode === 'passphrase' ? key.passphrase : null,
    boilerplate: boilerplateTexts(
      facts,
      files.map(({ path }) => path),
    ),
  };
}

function summary(
  { facts, leftOut }: PseudonymizedDataset,
  leaks: LeakReport,
  zipBytes: number,
): DatasetSummary {
  const { models, completeModels, featsRows, users, likes, duplicateLikes, files } = facts;
  const { mentions, mentionCount } = leaks;
  return {
    models,
    completeModels,
    featsRows,
    users,
    likes,
    duplicateLikes,
    files,
    zipBytes,
    likesLeftOut: Object.values(facts.filters.removed).reduce(
      (sum, { likes: removed }) => sum + removed,
      leftOut.likes,
    ),
    unmatchedExclusions: leftOut.unmatched,
    modelsNotPublic: leftOut.notPublic,
    modelsByState: Object.fromEntries(sortedStates(facts.modelsByState)),
    mentions: { mentions, mentionCount },
  };
}
