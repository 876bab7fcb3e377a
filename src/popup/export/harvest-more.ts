import { namesMeant } from '../../dataset/excluded-people';
import { continueHarvest, readHarvest, type Stretch } from '../../dataset/harvest/continue-harvest';
import type { TellStep } from '../../dataset/progress';
import type { ExportOrder, ExportStage } from './export-messages';
import { sayTooLarge } from './say-too-large';
import { uniteOrder, type UnitedStore } from './unite-order';

export type HarvestStore = UnitedStore & {
  /** As the counters have it, so that it costs nothing. */
  readonly countLikes: () => Promise<number>;
  readonly readEpoch: () => Promise<string | null>;
};

// About as many likes as those of 2016. What reading leaves behind for the clean-up of memory is some 200 bytes a like.
const stretch: Stretch = { models: 20_000, likes: 400_000, people: 150_000 };

/** Reads the next stretch of what an export is about. Rejects, before anything is read, when no zip can hold it. */
export async function harvestMore(
  order: ExportOrder,
  stage: Extract<ExportStage, { at: 'start' | 'harvest' }>,
  store: HarvestStore,
  tellStep: (doing: string) => TellStep,
): Promise<ExportStage> {
  // Before anything is read: what is deleted from here on is noticed.
  const epoch = stage.at === 'start' ? await store.readEpoch() : stage.epoch;
  if (stage.at === 'start') await refuseTooLarge(order, store);
  const { source, choices, importsLeftOut, importsUnited } = await sourceOf(order, store);
  const asked = { source, namesAskedFor: namesMeant(choices.excluded), stretch, tellStep };
  const soFar = stage.at === 'harvest' ? stage.harvest : null;
  // Who goes by which name is known to one worker alone where likes of several machines are united.
  const harvest = await (importsUnited > 0 ? readHarvest(asked) : continueHarvest(asked, soFar));
  return { at: 'harvest', harvest, choices, importsLeftOut, importsUnited, epoch };
}

async function refuseTooLarge({ part, choices }: ExportOrder, store: HarvestStore): Promise<void> {
  const tooLarge = part ? null : sayTooLarge(await store.countLikes(), choices);
  if (tooLarge !== null) throw new Error(tooLarge);
}

/** A part is what this machine read, and nothing that was taken in: that has a part of its own. */
async function sourceOf(order: ExportOrder, store: HarvestStore) {
  if (!order.part) return uniteOrder(order, store);
  return { source: store.source, choices: order.choices, importsLeftOut: 0, importsUnited: 0 };
}
