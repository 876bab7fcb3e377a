import { gather } from '../../dataset/gather';
import type { Harvest } from '../../dataset/harvest/harvest';
import { LeakError } from '../../dataset/leak-report';
import { partSteps, writePart } from '../../dataset/parts/write-part';
import { createProgress, type TellStep } from '../../dataset/progress';
import { datasetSteps, writeDataset } from '../../dataset/write-dataset';
import { sayError } from '../../messaging/say-error';
import type { ExportOrder, ExportReply, ExportStage, StagedOrder } from './export-messages';
import type { FileSink } from './file-sink';
import { harvestMore, type HarvestStore } from './harvest-more';

export type ExportStore = HarvestStore & { readonly openSink: (name: string) => Promise<FileSink> };

/** Takes an export one step on, and tells how it goes and how it ended. Rejects only if that cannot be told. */
export async function fillOrder(
  { order, stage }: StagedOrder,
  store: ExportStore,
  reply: (message: ExportReply) => void,
): Promise<void> {
  try {
    const steps = order.part ? partSteps : datasetSteps(order.choices);
    const tellStep = createProgress(steps, (progress) => reply({ kind: 'progress', progress }));
    reply(await goOn(order, stage, store, tellStep));
  } catch (error) {
    reply({
      kind: 'failed',
      name: error instanceof Error ? error.name : 'Error',
      message: sayError(error),
      leaks: error instanceof LeakError ? error.report.leaks : [],
    });
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
  if (stage.at === 'harvest') {
    const { choices, importsLeftOut, harvest } = stage;
    const gathered = await gather(harvest, { ...order, choices, tellStep });
    return { kind: 'stage', stage: { at: 'write', gathered, choices, importsLeftOut } };
  }
  const { gathered, importsLeftOut } = stage;
  return intoSink(order, store, async (write) => {
    const summary = await writeDataset(gathered, { key: order.key, tellStep, write });
    return { kind: 'done', summary, importsLeftOut };
  });
}

type Write = (chunk: Uint8Array) => void | Promise<void>;
type Written =
  | Omit<Extract<ExportReply, { kind: 'done' }>, 'file'>
  | Omit<Extract<ExportReply, { kind: 'part-done' }>, 'file'>;

/** Nothing stays of a file that could not be written to its end. */
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
    await sink.drop();
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
