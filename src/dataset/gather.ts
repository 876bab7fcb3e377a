import { countStates } from './count-states';
import type { DatasetChoices } from './dataset-choices';
import type { DatasetFacts } from './dataset-facts';
import type { DatasetSource, ModelLikes } from './dataset-source';
import { filterLikes } from './filter-likes';
import { freezeModels, type FrozenModel } from './freeze-models';
import { keyedHash } from './keyed-hash';
import { createKeyedRandom } from './keyed-random';
import { readLikeMatrix } from './like-matrix';
import { hashUnlessTakenOver } from './merge/taken-over-user';
import { checkOrder } from './model-batches';
import { datasetStatistics, type ChosenLikes } from './dataset-statistics';
import { createDaySpan } from './day-span';
import { numberAt } from './number-at';
import { orAborted } from './or-aborted';
import type { Step, TellStep } from './progress';
import { pseudonymFacts } from './pseudonym-facts';
import type { PseudonymKey } from './pseudonym-key';
import { pseudonymize } from './pseudonyms';
import type { Selection } from './selection';
import { shuffledIndexes } from './shuffled-indexes';
import type { UserUid } from '../sketchfab/user-uid';

export type GatherOrder = {
  readonly source: DatasetSource;
  readonly key: PseudonymKey;
  readonly choices: DatasetChoices;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly tellStep: (doing: string) => TellStep;
  readonly signal: AbortSignal | undefined;
};

export type Gathered = {
  readonly selection: Selection;
  readonly facts: DatasetFacts;
  /** Of everybody who was collected, also of those left out: none of it may be in a file. */
  readonly people: {
    readonly userUids: readonly UserUid[];
    readonly usernames: ReadonlyMap<UserUid, string>;
  };
};

// Weights are seconds as they were measured on ten times the likes of 2016.
export const gatherSteps: readonly Step[] = [
  { doing: 'Reading models', weight: 10 },
  { doing: 'Reading likes', weight: 40 },
  { doing: 'Choosing what to keep', weight: 5 },
  { doing: 'Counting', weight: 5 },
  { doing: 'Hashing user ids', weight: 8 },
];

/** Reads everything, leaves out what is to be left out, and names and counts the rest. Nothing is written yet. */
export async function gather(order: GatherOrder): Promise<Gathered> {
  const { source, key, choices, tellStep, signal } = order;
  const { models, matrix, days } = await readRows(order);
  const usernames = await orAborted(source.readUsernames(), signal);
  const tellFilter = tellStep('Choosing what to keep');
  const filtered = await filterLikes({
    matrix,
    choices,
    marks: models,
    usernames,
    keyText: key.text,
    signal,
  });
  tellFilter(1, 1);
  const chosen = {
    models: filtered.models.map((place) => models[place] as FrozenModel),
    matrix: filtered.matrix,
    likesCollected: Uint32Array.from(filtered.models, (place) => likesOf(matrix.starts, place)),
  };
  const statistics = await datasetStatistics(source, matrix, chosen, tellStep('Counting'), signal);
  const { starts, users } = chosen.matrix;
  const selection = { ...chosen, matrix: { starts, users }, ...(await nameAll(order, chosen)) };
  const facts: DatasetFacts = {
    exportedAt: order.exportedAt,
    toolVersion: order.toolVersion,
    choices,
    pseudonym: pseudonymFacts(key, choices.hash),
    collection: {
      ...days,
      requests: await orAborted(source.countRequests(), signal),
      capturedModels: models.length,
    },
    filters: { removed: filtered.removed, lists: filtered.lists },
    statistics,
    models: chosen.models.length,
    ...countStates(chosen.models),
    featsRows: 0,
    users: filtered.matrix.userUids.length,
    likes: filtered.matrix.users.length,
    duplicateLikes: matrix.duplicates,
    files: [],
  };
  return { selection, facts, people: { userUids: matrix.userUids, usernames } };
}

/** States before likes: a list that ends while it is read is called unfinished, and never the other way round. */
async function readRows({ source, tellStep, signal }: GatherOrder) {
  signal?.throwIfAborted();
  const uids = await orAborted(source.readModelUids(), signal);
  checkOrder(uids);
  const models = await freezeModels(source, uids, counting(tellStep('Reading models'), uids.length), signal);
  const count = counting(tellStep('Reading likes'), uids.length);
  const span = createDaySpan();
  const onBatch = (likes: readonly ModelLikes[]) => {
    for (const { readBetween } of likes) span.add(readBetween);
    count(likes.length);
  };
  const matrix = await readLikeMatrix(source, uids, onBatch, signal);
  return { models, matrix, days: span.days() };
}

async function nameAll(
  { key, choices, tellStep, signal }: GatherOrder,
  { models, matrix: { userUids: users } }: ChosenLikes,
) {
  const tell = tellStep('Hashing user ids');
  const onUsers = (done: number) => tell(done, users.length);
  const hash = hashUnlessTakenOver(keyedHash(key.text, choices.hash));
  return {
    pseudonyms: await pseudonymize(users, hash, onUsers, signal),
    userIdx: shuffledIndexes(users.length, createKeyedRandom(key.text, 'user_idx')),
    itemIdx: shuffledIndexes(models.length, createKeyedRandom(key.text, 'item_idx')),
  };
}

const likesOf = (starts: Uint32Array, place: number) => numberAt(starts, place + 1) - numberAt(starts, place);

function counting(tell: TellStep, total: number): (more: number) => void {
  let done = 0;
  tell(done, total);
  return (more) => {
    done += more;
    tell(done, total);
  };
}
