import type { DatasetSource } from '../../dataset/dataset-source';
import { namesMeant } from '../../dataset/filter/exclusions';
import type { ImportHead, ImportStore } from '../../dataset/import/import-store';
import { excludeTakenOver } from '../../dataset/merge/imported-users';
import { holdKey } from '../../dataset/merge/merge-key';
import { unitedSource } from '../../dataset/merge/merged-source';
import type { TellStep } from '../../dataset/progress';
import { continueHarvest, readHarvest, type Stretch } from '../../dataset/read-snapshot';
import type { UserUid } from '../../sketchfab/user-uid';
import type { ExportOrder, ExportStage } from './messages';
import { sayTooLarge } from './zip-size';

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

export type UnitedStore = {
  readonly source: DatasetSource & { readonly readUserUids: () => Promise<readonly UserUid[]> };
  readonly imports: Pick<ImportStore, 'readImports' | 'readImportedLikes'>;
};

export type UnitedOrder = {
  readonly source: DatasetSource;
  readonly choices: ExportOrder['choices'];
  /** Imports with likes that are not in the dataset, since they go by another key. */
  readonly importsLeftOut: number;
  /** Imports whose likes are in it. */
  readonly importsUnited: number;
};

/** What was read here, with what was taken in under the key of this order. */
export async function uniteOrder(
  { key: ordered, choices }: Pick<ExportOrder, 'key' | 'choices'>,
  { source, imports }: UnitedStore,
): Promise<UnitedOrder> {
  const key = holdKey(ordered, choices.hash);
  if (!key) {
    const heads = await imports.readImports();
    return { source, choices, importsLeftOut: heads.filter(hasLikes).length, importsUnited: 0 };
  }
  const readUserUids = () => source.readUserUids();
  const { united, leftOut, ...whole } = await unitedSource({ source, imports, readUserUids, key });
  const { excluded } = choices;
  const userUids = united > 0 ? excludeTakenOver(excluded.userUids, key) : excluded.userUids;
  return {
    source: whole.source,
    choices: { ...choices, excluded: { ...excluded, userUids } },
    importsLeftOut: leftOut.filter(hasLikes).length,
    importsUnited: united,
  };
}

/** Of a zip whose key nobody can tell, the facts of models were taken in and nothing else. */
const hasLikes = ({ keyPrint }: ImportHead) => keyPrint.keyId !== null;
