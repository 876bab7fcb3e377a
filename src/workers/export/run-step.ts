import { defaultDatasetOptions } from '../../dataset/dataset-options';
import { filterSnapshot } from '../../dataset/filter-snapshot';
import { LeakError } from '../../dataset/leak-scan/leak-report';
import { partSteps, writePart } from '../../dataset/parts/write-part';
import { createProgress, type ReportStep } from '../../dataset/progress';
import { pseudonymizeDataset } from '../../dataset/pseudonymize-dataset';
import type { Snapshot } from '../../dataset/snapshot/snapshot';
import { summarizeDataset } from '../../dataset/summarize-dataset';
import { datasetSteps, writeDataset } from '../../dataset/write-dataset';
import { errorMessage } from '../../messaging/error-message';
import type { FileSink } from './file-sink';
import {
  ExportError,
  type ExportJob,
  type ExportReply,
  type ExportStage,
  type ExportContext,
  type StepRequest,
  type Work,
} from './messages';
import { readSnapshotBatch, type SnapshotStore } from './read-step';

export type ExportStore = SnapshotStore & { readonly openSink: (name: string) => Promise<FileSink> };

/** Takes an export one step on, and tells how it goes and how it ended. Rejects only if that cannot be told. */
export async function takeStep(
  { order, stage }: StepRequest,
  store: ExportStore,
  reply: (message: ExportReply) => void,
): Promise<void> {
  try {
    const steps = order.part ? partSteps : datasetSteps(order.options);
    const reportStep = createProgress(steps, (progress) => reply({ kind: 'progress', progress }));
    const answer = await goOn(order, stage, store, reportStep);
    if (stage.at !== 'start') await refuseDeleted(stage, store);
    reply(answer);
  } catch (error) {
    reply(failedReply(error));
  }
}

async function goOn(
  order: ExportJob,
  stage: ExportStage,
  store: ExportStore,
  reportStep: (doing: string) => ReportStep,
): Promise<ExportReply> {
  if (stage.at === 'start' || (stage.at === 'read' && !stage.snapshot.isWhole)) {
    return { kind: 'stage', stage: await readSnapshotBatch(order, stage, store, reportStep) };
  }
  if (stage.at === 'read' && order.part) {
    return intoSink(order, store, (write) => runPart(order, stage.snapshot, reportStep, write));
  }
  const context = contextOf(stage);
  const told = { ...order, options: context.options, importsMerged: context.importsMerged, reportStep };
  // Whom to leave out is told to nobody who comes after the choice.
  const options = { ...context.options, excluded: defaultDatasetOptions.excluded };
  const next = (work: Work): ExportReply => ({ kind: 'stage', stage: { ...work, ...context, options } });
  if (stage.at === 'read')
    return next({ at: 'summarize', filtered: await filterSnapshot(stage.snapshot, told) });
  if (stage.at === 'summarize')
    return next({ at: 'pseudonymize', summarized: summarizeDataset(stage.filtered, told) });
  if (stage.at === 'pseudonymize')
    return next({ at: 'write', pseudonymized: await pseudonymizeDataset(stage.summarized, told) });
  const { pseudonymized, importsLeftOut } = stage;
  return intoSink(order, store, async (write) => {
    const summary = await writeDataset(pseudonymized, { key: order.key, reportStep, write });
    return { kind: 'done', summary, importsLeftOut };
  });
}

const contextOf = ({ options, importsLeftOut, importsMerged, databaseId }: ExportContext): ExportContext => ({
  options,
  importsLeftOut,
  importsMerged,
  databaseId,
});

/** A person who deletes everything wants no file of it that was begun before. */
async function refuseDeleted({ databaseId }: ExportContext, { readDatabaseId }: ExportStore): Promise<void> {
  if ((await readDatabaseId()) !== databaseId)
    throw new Error('everything was deleted while the dataset was written');
}

type Write = (chunk: Uint8Array) => void | Promise<void>;
type Written =
  | Omit<Extract<ExportReply, { kind: 'done' }>, 'file'>
  | Omit<Extract<ExportReply, { kind: 'part-done' }>, 'file'>;

/** A file that could not be written to its end is let go of, for the page to clear away. */
async function intoSink(
  { storedAs }: ExportJob,
  { openSink }: ExportStore,
  runExport: (write: Write) => Promise<Written>,
): Promise<ExportReply> {
  const sink = await openSink(storedAs);
  try {
    const written = await runExport(sink.write);
    return { ...written, file: await sink.end() };
  } catch (error) {
    sink.drop();
    throw error;
  }
}

async function runPart(
  { key, options, exportedAt, toolVersion, part }: ExportJob,
  snapshot: Snapshot,
  reportStep: (doing: string) => ReportStep,
  write: Write,
): Promise<Written> {
  if (key.mode === 'one-time' || !part) throw new Error('a part under a one-time key could not be merged');
  const { counts } = await writePart(snapshot, {
    key,
    options,
    exportedAt,
    toolVersion,
    ...part,
    reportStep,
    write,
  });
  return { kind: 'part-done', counts };
}

/** An error as it can be sent to who started this worker. */
export function failedReply(error: unknown): Extract<ExportReply, { kind: 'failed' }> {
  return {
    kind: 'failed',
    name: error instanceof Error ? error.name : 'Error',
    message: errorMessage(error),
    leaks: leaksIn(error),
  };
}

function leaksIn(error: unknown) {
  if (error instanceof LeakError) return error.report.leaks;
  return error instanceof ExportError ? error.leaks : [];
}
