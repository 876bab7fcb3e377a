import { defaultChoices } from '../../dataset/dataset-options';
import { choose } from '../../dataset/filter-snapshot';
import { LeakError } from '../../dataset/leak-scan/leak-report';
import { partSteps, writePart } from '../../dataset/parts/write-part';
import { createProgress, type TellStep } from '../../dataset/progress';
import { nameUsers } from '../../dataset/pseudonymize-dataset';
import type { Harvest } from '../../dataset/snapshot/snapshot';
import { describeChosen } from '../../dataset/summarize-dataset';
import { datasetSteps, writeDataset } from '../../dataset/write-dataset';
import { sayError } from '../../messaging/say-error';
import type { FileSink } from './file-sink';
import {
  ExportError,
  type ExportOrder,
  type ExportReply,
  type ExportStage,
  type Settled,
  type StepOrder,
  type Work,
} from './messages';
import { harvestMore, type HarvestStore } from './read-step';

export type ExportStore = HarvestStore & { readonly openSink: (name: string) => Promise<FileSink> };

/** Takes an export one step on, and tells how it goes and how it ended. Rejects only if that cannot be told. */
export async function takeStep(
  { order, stage }: StepOrder,
  store: ExportStore,
  reply: (message: ExportReply) => void,
): Promise<void> {
  try {
    const steps = order.part ? partSteps : datasetSteps(order.choices);
    const tellStep = createProgress(steps, (progress) => reply({ kind: 'progress', progress }));
    const answer = await goOn(order, stage, store, tellStep);
    if (stage.at !== 'start') await refuseDeleted(stage, store);
    reply(answer);
  } catch (error) {
    reply(failedReply(error));
  }
}

async function goOn(
  order: ExportOrder,
  stage: ExportStage,
  store: ExportStore,
  tellStep: (doing: string) => TellStep,
): Promise<ExportReply> {
  if (stage.at === 'start' || (stage.at === 'harvest' && !stage.harvest.isWhole)) {
    return { kind: 'stage', stage: await harvestMore(order, stage, store, tellStep) };
  }
  if (stage.at === 'harvest' && order.part) {
    return intoSink(order, store, (write) => fillPart(order, stage.harvest, tellStep, write));
  }
  const settled = settledIn(stage);
  const told = { ...order, choices: settled.choices, importsUnited: settled.importsUnited, tellStep };
  // Whom to leave out is told to nobody who comes after the choice.
  const choices = { ...settled.choices, excluded: defaultChoices.excluded };
  const next = (work: Work): ExportReply => ({ kind: 'stage', stage: { ...work, ...settled, choices } });
  if (stage.at === 'harvest') return next({ at: 'describe', chosen: await choose(stage.harvest, told) });
  if (stage.at === 'describe') return next({ at: 'name', described: describeChosen(stage.chosen, told) });
  if (stage.at === 'name') return next({ at: 'write', gathered: await nameUsers(stage.described, told) });
  const { gathered, importsLeftOut } = stage;
  return intoSink(order, store, async (write) => {
    const summary = await writeDataset(gathered, { key: order.key, tellStep, write });
    return { kind: 'done', summary, importsLeftOut };
  });
}

const settledIn = ({ choices, importsLeftOut, importsUnited, epoch }: Settled): Settled => ({
  choices,
  importsLeftOut,
  importsUnited,
  epoch,
});

/** A person who deletes everything wants no file of it that was begun before. */
async function refuseDeleted({ epoch }: Settled, { readEpoch }: ExportStore): Promise<void> {
  if ((await readEpoch()) !== epoch) throw new Error('everything was deleted while the dataset was written');
}

type Write = (chunk: Uint8Array) => void | Promise<void>;
type Written =
  | Omit<Extract<ExportReply, { kind: 'done' }>, 'file'>
  | Omit<Extract<ExportReply, { kind: 'part-done' }>, 'file'>;

/** A file that could not be written to its end is let go of, for the page to clear away. */
async function intoSink(
  { storedAs }: ExportOrder,
  { openSink }: ExportStore,
  fill: (write: Write) => Promise<Written>,
): Promise<ExportReply> {
  const sink = await openSink(storedAs);
  try {
    const written = await fill(sink.write);
    return { ...written, file: await sink.end() };
  } catch (error) {
    sink.drop();
    throw error;
  }
}

async function fillPart(
  { key, choices, exportedAt, toolVersion, part }: ExportOrder,
  harvest: Harvest,
  tellStep: (doing: string) => TellStep,
  write: Write,
): Promise<Written> {
  if (key.mode === 'one-time' || !part) throw new Error('a part under a one-time key could not be merged');
  const { counts } = await writePart(harvest, {
    key,
    choices,
    exportedAt,
    toolVersion,
    ...part,
    tellStep,
    write,
  });
  return { kind: 'part-done', counts };
}

/** An error as it can be sent to who started this worker. */
export function failedReply(error: unknown): Extract<ExportReply, { kind: 'failed' }> {
  return {
    kind: 'failed',
    name: error instanceof Error ? error.name : 'Error',
    message: sayError(error),
    leaks: leaksIn(error),
  };
}

function leaksIn(error: unknown) {
  if (error instanceof LeakError) return error.report.leaks;
  return error instanceof ExportError ? error.leaks : [];
}
