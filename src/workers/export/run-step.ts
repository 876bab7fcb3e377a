import { defaultDatasetOptions } from '../../dataset/dataset-options';
import { filterSnapshot } from '../../dataset/filter-snapshot';
import { partSteps, writePart } from '../../dataset/parts/write-part';
import { createProgress, type StepReporter } from '../../dataset/progress';
import { pseudonymizeDataset } from '../../dataset/pseudonymize-dataset';
import type { Snapshot } from '../../dataset/snapshot/snapshot';
import { summarizeDataset } from '../../dataset/summarize-dataset';
import { datasetSteps, writeDataset } from '../../dataset/write-dataset';
import { ExportError, exportFailure } from './export-error';
import type { FileSink } from './file-sink';
import type { ExportContext, ExportJob, ExportReply, ExportStage, StepRequest } from './messages';
import { readSnapshotBatch, type SnapshotStore } from './read-snapshot-batch';

export type ExportStore = SnapshotStore & { readonly openSink: (name: string) => Promise<FileSink> };

/** Takes an export one stage further, and reports its progress and its end. Rejects only if `reply` throws. */
export async function runStep(
  { job, stage }: StepRequest,
  store: ExportStore,
  reply: (message: ExportReply) => void,
): Promise<void> {
  try {
    const steps = job.part ? partSteps : datasetSteps(job.options);
    const reportStep = createProgress(steps, (progress) => reply({ kind: 'progress', progress }));
    const result = await nextStage(job, stage, store, reportStep);
    if (stage.at !== 'start') await refuseDeleted(stage, store);
    reply(result);
  } catch (error) {
    reply({ kind: 'failed', failure: exportFailure(error) });
  }
}

async function nextStage(
  job: ExportJob,
  stage: ExportStage,
  store: ExportStore,
  reportStep: StepReporter,
): Promise<ExportReply> {
  if (stage.at === 'start' || (stage.at === 'read' && !stage.snapshot.isComplete)) {
    return { kind: 'stage', stage: await readSnapshotBatch(job, stage, store, reportStep) };
  }
  if (stage.at === 'read' && job.part) {
    return writeToSink(job, store, (write) => runPart(job, stage.snapshot, reportStep, write));
  }
  if (stage.at !== 'write') return { kind: 'stage', stage: await prepare(job, stage, reportStep) };
  const { pseudonymized, importsLeftOut } = stage;
  return writeToSink(job, store, async (write) => {
    const summary = await writeDataset(pseudonymized, { key: job.key, reportStep, write });
    return { kind: 'done', summary, importsLeftOut };
  });
}

/** Filters, summarizes or pseudonymizes. The worker that writes learns neither raw ids nor exclusions. */
async function prepare(
  job: ExportJob,
  stage: Exclude<ExportStage, { at: 'start' | 'write' }>,
  reportStep: StepReporter,
): Promise<ExportStage> {
  const { importsLeftOut, importsMerged, databaseId } = stage;
  const request = { ...job, options: stage.options, importsMerged, reportStep };
  const options = { ...stage.options, excluded: defaultDatasetOptions.excluded };
  const context: ExportContext = { options, importsLeftOut, importsMerged, databaseId };
  switch (stage.at) {
    case 'read':
      return { ...context, at: 'summarize', filtered: await filterSnapshot(stage.snapshot, request) };
    case 'summarize':
      return { ...context, at: 'pseudonymize', summarized: summarizeDataset(stage.filtered, request) };
    case 'pseudonymize':
      return {
        ...context,
        at: 'write',
        pseudonymized: await pseudonymizeDataset(stage.summarized, request),
      };
  }
}

/** Somebody who deletes everything wants no file of it, not even one that was begun before. */
async function refuseDeleted({ databaseId }: ExportContext, { readDatabaseId }: ExportStore): Promise<void> {
  if ((await readDatabaseId()) !== databaseId) throw new ExportError({ code: 'dataDeleted' });
}

type Write = (chunk: Uint8Array) => void | Promise<void>;
type Written =
  | Omit<Extract<ExportReply, { kind: 'done' }>, 'file'>
  | Omit<Extract<ExportReply, { kind: 'part-done' }>, 'file'>;

/** A file that could not be written to its end is abandoned; the page clears it away. */
async function writeToSink(
  { storedAs }: ExportJob,
  { openSink }: ExportStore,
  writeFile: (write: Write) => Promise<Written>,
): Promise<ExportReply> {
  const sink = await openSink(storedAs);
  try {
    const written = await writeFile(sink.write);
    return { ...written, file: await sink.end() };
  } catch (error) {
    sink.drop();
    throw error;
  }
}

async function runPart(
  { key, options, exportedAt, toolVersion, part }: ExportJob,
  snapshot: Snapshot,
  reportStep: StepReporter,
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
