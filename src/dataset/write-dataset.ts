import { datasetFiles, type Entry } from './dataset-files';
import type { DatasetOptions } from './dataset-options';
import type { DatasetFacts, FileFacts } from './dataset-summary';
import { filterSteps } from './filter-snapshot';
import { ownTexts } from './leak-scan/boilerplate';
import { type LeakReport, refuseLeaks } from './leak-scan/leak-report';
import { createLeakScan } from './leak-scan/leak-scan';
import { hashAndScan } from './leak-scan/hash-and-scan';
import { entryShape } from './leak-scan/scan-parquet';
import type { Step, ReportStep } from './progress';
import { type PseudonymizedDataset, pseudonymizeSteps } from './pseudonymize-dataset';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { snapshotSteps } from './read-snapshot';
import { summarizeSteps } from './summarize-dataset';
import { datasetTables } from './tables/dataset-tables';
import { sortedStates } from './tables/model-states';
import { archive, withinZipLimit } from './zip/write-zip';

export type WriteRequest = {
  readonly key: PseudonymKey;
  /** Takes the zip piece by piece. A piece is good until this is settled, and only then comes the next. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly reportStep: (doing: string) => ReportStep;
  readonly signal?: AbortSignal | undefined;
};

/** What went into the zip, in the numbers that its README tells. */
export type DatasetSummary = {
  readonly models: number;
  readonly completeModels: number;
  readonly modelsByState: Readonly<Record<string, number>>;
  readonly featsRows: number;
  readonly users: number;
  readonly likes: number;
  readonly duplicateLikes: number;
  /** By all filters together: each counts what the one before had left, so none is counted twice. */
  readonly likesLeftOut: number;
  /** Of those to leave out, by list; who is on them is known no more. */
  readonly lists: DatasetFacts['filters']['lists'];
  readonly files: readonly FileFacts[];
  readonly zipBytes: number;
  /** User names that stand in names, tags or categories of models. */
  readonly mentions: Pick<LeakReport, 'mentions' | 'mentionCount'>;
};

/** What making a dataset of these choices goes through, from the first row that is read. */
export function datasetSteps(options: DatasetOptions): readonly Step[] {
  const writing = datasetFiles(options).map(writingStep);
  return [...snapshotSteps, ...filterSteps, ...summarizeSteps, ...pseudonymizeSteps, ...writing];
}

/**
 * Writes the zip of what was gathered. The same rows, key, choices and date give the same bytes. Rejects with what
 * `write` throws, with the signal's reason, and with a `LeakError` when something stands in the files that must not
 * leave; what was written by then is no dataset.
 */
export async function writeDataset(
  pseudonymized: PseudonymizedDataset,
  order: WriteRequest,
): Promise<DatasetSummary> {
  const { key, reportStep, signal } = order;
  const { facts, selection } = pseudonymized;
  const entries = datasetFiles(facts.options);
  const tables = datasetTables(facts.options);
  const scan = createLeakScan(leakSubjects(pseudonymized, key, entries));

  const archived = entries.map((entry) => {
    const { path, isPacked } = entry;
    const input = { selection, facts, scan, tell: reportStep(writingStep(entry).doing) };
    const watch = scan.entry(path, entryShape(path, tables));
    const chunks = hashAndScan(entry, input, watch, (file) => {
      facts.files.push(file);
      input.tell(1, 1);
    });
    return { path, isPacked, chunks: withinZipLimit(path, chunks) };
  });

  let zipBytes = 0;
  for await (const chunk of withinZipLimit('the zip', archive(archived, signal))) {
    await order.write(chunk);
    zipBytes += chunk.length;
  }
  const report = scan.report();
  refuseLeaks(report);
  return summary(facts, report, zipBytes);
}

const writingStep = ({ path, weight }: Entry): Step => ({ doing: `Writing ${path}`, weight });

function leakSubjects({ facts, people }: PseudonymizedDataset, key: PseudonymKey, entries: readonly Entry[]) {
  return {
    people,
    key: key.text,
    passphrase: key.mode === 'passphrase' ? key.passphrase : null,
    ownTexts: ownTexts(
      facts,
      entries.map(({ path }) => path),
    ),
  };
}

function summary(facts: DatasetFacts, leaks: LeakReport, zipBytes: number): DatasetSummary {
  const { models, completeModels, featsRows, users, likes, duplicateLikes, files } = facts;
  const { mentions, mentionCount } = leaks;
  return {
    ...{ models, completeModels, featsRows, users, likes, duplicateLikes, files, zipBytes },
    likesLeftOut: Object.values(facts.filters.removed).reduce((sum, { likes: removed }) => sum + removed, 0),
    lists: facts.filters.lists,
    modelsByState: Object.fromEntries(sortedStates(facts.modelsByState)),
    mentions: { mentions, mentionCount },
  };
}
