import { datasetEntries, type Entry } from './dataset-files';
import type { DatasetChoices } from './dataset-options';
import type { DatasetFacts, FileFacts } from './dataset-summary';
import { chooseSteps } from './filter-snapshot';
import { ownTexts } from './leak-scan/boilerplate';
import { type LeakReport, refuseLeaks } from './leak-scan/leak-report';
import { createLeakScan } from './leak-scan/leak-scan';
import { sealEntry } from './leak-scan/scan-file';
import { entryShape } from './leak-scan/scan-parquet';
import type { Step, TellStep } from './progress';
import { type Gathered, nameSteps } from './pseudonymize-dataset';
import type { PseudonymKey } from './pseudonyms/pseudonym-key';
import { harvestSteps } from './read-snapshot';
import { describeSteps } from './summarize-dataset';
import { tablesOf } from './tables/all-tables';
import { sortedStates } from './tables/model-states';
import { archive, withinZipLimit } from './zip/write-zip';

export type WriteOrder = {
  readonly key: PseudonymKey;
  /** Takes the zip piece by piece. A piece is good until this is settled, and only then comes the next. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly tellStep: (doing: string) => TellStep;
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
export function datasetSteps(choices: DatasetChoices): readonly Step[] {
  const writing = datasetEntries(choices).map(writingStep);
  return [...harvestSteps, ...chooseSteps, ...describeSteps, ...nameSteps, ...writing];
}

/**
 * Writes the zip of what was gathered. The same rows, key, choices and date give the same bytes. Rejects with what
 * `write` throws, with the signal's reason, and with a `LeakError` when something stands in the files that must not
 * leave; what was written by then is no dataset.
 */
export async function writeDataset(gathered: Gathered, order: WriteOrder): Promise<DatasetSummary> {
  const { key, tellStep, signal } = order;
  const { facts, selection } = gathered;
  const entries = datasetEntries(facts.choices);
  const tables = tablesOf(facts.choices);
  const scan = createLeakScan(leakSubjects(gathered, key, entries));

  const archived = entries.map((entry) => {
    const { path, isPacked } = entry;
    const input = { selection, facts, scan, tell: tellStep(writingStep(entry).doing) };
    const watch = scan.entry(path, entryShape(path, tables));
    const chunks = sealEntry(entry, input, watch, (file) => {
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

function leakSubjects({ facts, people }: Gathered, key: PseudonymKey, entries: readonly Entry[]) {
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
