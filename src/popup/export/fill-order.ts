import { LeakError } from '../../dataset/leak-report';
import { writePart } from '../../dataset/parts/write-part';
import { writeDataset } from '../../dataset/write-dataset';
import { sayError } from '../../messaging/say-error';
import { createBlobSink } from './blob-sink';
import type { ExportOrder, ExportReply, PartWish } from './export-messages';
import { sayTooLarge } from './say-too-large';
import { uniteOrder, type UnitedStore } from './unite-order';

export type ExportStore = UnitedStore & {
  /** As the counters have it, so that it costs nothing. */
  readonly countLikes: () => Promise<number>;
};

type Reply = (message: ExportReply) => void;

/** Writes what was ordered, and tells how it goes and how it ended. Rejects only if that cannot be told. */
export async function fillOrder(order: ExportOrder, store: ExportStore, reply: Reply): Promise<void> {
  try {
    reply(await (order.part ? fillPart(order, order.part, store) : fillDataset(order, store, reply)));
  } catch (error) {
    reply({
      kind: 'failed',
      name: error instanceof Error ? error.name : 'Error',
      message: sayError(error),
      leaks: error instanceof LeakError ? error.report.leaks : [],
    });
  }
}

async function fillDataset(order: ExportOrder, store: ExportStore, reply: Reply): Promise<ExportReply> {
  const tooLarge = sayTooLarge(await store.countLikes(), order.choices);
  if (tooLarge !== null) throw new Error(tooLarge);
  const sink = createBlobSink('application/zip');
  const { importsLeftOut, ...united } = await uniteOrder(order, store);
  const summary = await writeDataset({
    ...order,
    ...united,
    write: (chunk) => sink.write(chunk),
    onProgress: (progress) => reply({ kind: 'progress', progress }),
  });
  return { kind: 'done', file: await sink.end(), summary, importsLeftOut };
}

/** What this machine read, and nothing that was taken in: that has a part of its own. */
async function fillPart(
  { key, choices, exportedAt, toolVersion }: ExportOrder,
  part: PartWish,
  { source }: ExportStore,
): Promise<ExportReply> {
  if (key.mode === 'one-time') throw new Error('a part under a one-time key could not be merged');
  const sink = createBlobSink('application/zip');
  const { counts } = await writePart({
    ...{ source, key, choices, exportedAt, toolVersion },
    ...part,
    write: (chunk) => sink.write(chunk),
  });
  return { kind: 'part-done', file: await sink.end(), counts };
}
