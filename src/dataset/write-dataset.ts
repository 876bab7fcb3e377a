import { archive } from './archive';
import { defaultChoices, type DatasetChoices } from './dataset-choices';
import type { DatasetFacts, FileFacts } from './dataset-facts';
import type { DatasetSource } from './dataset-source';
import { datasetEntries, type Entry } from './entries';
import { entryShape } from './entry-shape';
import { gather, gatherSteps, type Gathered, type GatherOrder } from './gather';
import { refuseLeaks, type LeakReport } from './leak-report';
import { createLeakScan } from './leak-scan';
import { ownTexts } from './own-texts';
import { createProgress, type DatasetProgress, type Step } from './progress';
import type { PseudonymKey } from './pseudonym-key';
import { sealEntry } from './seal-entry';
import { sortedStates } from './state-meanings';
import { tablesOf } from './tables-of';
import { withinZipLimit } from './within-zip-limit';

export type DatasetOrder = {
  readonly source: DatasetSource;
  readonly key: PseudonymKey;
  readonly choices?: DatasetChoices;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  /** Takes the zip piece by piece, of at most 256 kB each; the next comes when this one is settled. */
  readonly write: (chunk: Uint8Array) => void | Promise<void>;
  readonly onProgress?: (progress: DatasetProgress) => void;
  readonly signal?: AbortSignal;
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
  readonly files: readonly FileFacts[];
  readonly zipBytes: number;
  /** User names that stand in names, tags or categories of models. */
  readonly mentions: Pick<LeakReport, 'mentions' | 'mentionCount'>;
};

/**
 * Writes the zip of all that was captured when the call began and that `choices` do not leave out. The same rows, key,
 * choices and date give the same bytes. Rejects with what the source or `write` throws, with the signal's reason, and
 * with a `LeakError` when something stands in the files that must not leave; what was written by then is no dataset.
 */
export async function writeDataset(order: DatasetOrder): Promise<DatasetSummary> {
  const { source, choices = defaultChoices, signal } = order;
  const entries = datasetEntries(choices);
  const tellStep = createProgress([...gatherSteps, ...entries.map(writingStep)], order.onProgress);
  const { facts, selection, scan } = await prepare({ ...order, choices, tellStep, signal }, entries);
  const tables = tablesOf(choices);

  const archived = entries.map((entry) => {
    const { path, isPacked } = entry;
    const input = { source, selection, facts, scan, signal, tell: tellStep(writingStep(entry).doing) };
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

/** Apart, so that ids and names of people are let go before anything is written: the scan has them packed. */
async function prepare(order: GatherOrder, entries: readonly Entry[]) {
  const gathered = await gather(order);
  const { facts, selection } = gathered;
  return { facts, selection, scan: createLeakScan(leakSubjects(gathered, order.key, entries)) };
}

const writingStep = ({ path, weight }: Entry): Step => ({ doing: `Writing ${path}`, weight });

function leakSubjects({ facts, people }: Gathered, key: PseudonymKey, entries: readonly Entry[]) {
  return {
    userUids: people.userUids,
    usernames: people.usernames.values(),
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
    modelsByState: Object.fromEntries(sortedStates(facts.modelsByState)),
    mentions: { mentions, mentionCount },
  };
}
