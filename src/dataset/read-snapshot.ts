import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import { createStringDictionary } from './columns/string-dictionary';
import { createStringListBuilder, stringAt, stringListOf } from './columns/string-list';
import { createUint32ListBuilder } from './columns/uint32-list';
import type { CrawledModel, DatasetSource } from './dataset-source';
import type { Step, StepReporter } from './progress';
import { createModelPacker, emptyPackedModels } from './snapshot/pack-models';
import { type Snapshot, type PackedLikes, type PackedPeople, trimmed } from './snapshot/snapshot';

export type SnapshotRequest = {
  readonly source: DatasetSource;
  /** In small letters: whose names are these? */
  readonly usernamesToFind: ReadonlySet<string>;
  readonly stretch?: Stretch;
  readonly reportStep: StepReporter;
  readonly signal?: AbortSignal | undefined;
};

/** How much is read at once, roughly: until one of these is reached. */
export type Stretch = { readonly models: number; readonly likes: number; readonly people: number };

const everything: Stretch = { models: Infinity, likes: Infinity, people: Infinity };

// Weights are seconds as they were measured on ten times the likes of 2016.
export const snapshotSteps: readonly Step[] = [
  { id: 'readLikes', weight: 60 },
  { id: 'readUsernames', weight: 5 },
];

/** Reads on from where a harvest stands, `null` for from the beginning: a stretch of models, or of people when all models are read. */
export async function continueSnapshot(order: SnapshotRequest, soFar: Snapshot | null): Promise<Snapshot> {
  order.signal?.throwIfAborted();
  const begun = soFar ?? (await beginSnapshot(order));
  if (begun.models.length < begun.models.uids.length) return readModels(order, begun);
  return readPeople(order, begun);
}

/** The whole harvest in one go. */
export async function readSnapshot(order: SnapshotRequest): Promise<Snapshot> {
  let snapshot = await continueSnapshot(order, null);
  while (!snapshot.isWhole) snapshot = await continueSnapshot(order, snapshot);
  return snapshot;
}

async function beginSnapshot({ source, signal }: SnapshotRequest): Promise<Snapshot> {
  const uids = await orAborted(source.readModelUids(), signal);
  checkOrder(uids);
  const likes: PackedLikes = {
    starts: new Uint32Array(uids.length + 1),
    users: createUint32ListBuilder().list,
    userUids: createStringListBuilder<UserUid>().list,
    duplicates: 0,
    readFrom: new Float64Array(uids.length),
    readTo: new Float64Array(uids.length),
  };
  const people: PackedPeople = { usernames: createStringListBuilder().list, asked: [], last: null };
  const requests = await orAborted(source.countRequests(), signal);
  return { models: emptyPackedModels(stringListOf(uids)), likes, people, requests, isWhole: false };
}

async function readModels(order: SnapshotRequest, { models, likes, ...rest }: Snapshot): Promise<Snapshot> {
  const { source, stretch = everything, signal } = order;
  const tell = order.reportStep('readLikes');
  const packer = createModelPacker(models);
  const users = createUint32ListBuilder(likes.users);
  const registered = createStringDictionary(likes.userUids);
  let duplicates = likes.duplicates;
  const total = models.uids.length;
  const begun = models.length;
  const uids = Array.from({ length: Math.min(stretch.models, total - begun) }, (_, index) =>
    stringAt(models.uids, begun + index),
  );
  const likesAtMost = users.list.length + stretch.likes;

  let done = begun;
  tell(done, total);
  for await (const batch of readModelBatches(source, uids, signal)) {
    for (const model of batch) {
      packer.add(model);
      const distinct = new Set(model.userUids);
      for (const uid of distinct) users.push(registered.indexOf(uid));
      duplicates += model.userUids.length - distinct.size;
      [likes.readFrom[done], likes.readTo[done]] = model.readBetween ?? [Number.NaN, Number.NaN];
      done += 1;
      likes.starts[done] = users.list.length;
    }
    tell(done, total);
    if (users.list.length >= likesAtMost) break;
  }
  return {
    ...rest,
    models: packer.packed(),
    likes: { ...likes, users: users.list, userUids: registered.list, duplicates },
  };
}

async function readPeople(order: SnapshotRequest, snapshot: Snapshot): Promise<Snapshot> {
  const { source, usernamesToFind, stretch = everything, signal } = order;
  const { people, likes } = snapshot;
  const tell = order.reportStep('readUsernames');
  const usernames = createStringListBuilder(people.usernames);
  const asked = [...people.asked];
  let last = people.last;
  let left = stretch.people;
  while (left > 0) {
    const page = await orAborted(source.readUsers(last), signal);
    for (const { uid, username } of page) {
      if (username === null) continue;
      usernames.add(username);
      if (usernamesToFind.has(username.toLowerCase())) asked.push([uid, username]);
    }
    left -= page.length;
    last = page.at(-1)?.uid ?? last;
    tell(Math.min(usernames.list.length, likes.userUids.length), likes.userUids.length);
    if (page.length === 0) {
      tell(1, 1);
      return trimmed({ ...snapshot, people: { usernames: usernames.list, asked, last }, isWhole: true });
    }
  }
  return { ...snapshot, people: { usernames: usernames.list, asked, last } };
}

// About 4,400 likes of the 2016 shape: few enough to hold, enough to make a round trip worth while.
const batchSize = 200;

/**
 * The models of one frozen list, in its order. Throws when the source answers for other models than it was asked for:
 * rows would be lost or land under another model.
 */
export async function* readModelBatches(
  source: Pick<DatasetSource, 'readModels'>,
  uids: readonly ModelUid[],
  signal?: AbortSignal,
): AsyncGenerator<readonly CrawledModel[]> {
  for (let start = 0; start < uids.length; start += batchSize) {
    signal?.throwIfAborted();
    const asked = uids.slice(start, start + batchSize);
    const rows = await orAborted(source.readModels(asked), signal);
    if (rows.length !== asked.length || rows.some(({ uid }, index) => uid !== asked[index])) {
      throw new Error('the stored models changed while the dataset was written');
    }
    yield rows;
  }
}

/** Sorted and unique is what every table builds on; a source that breaks this must not go unnoticed. */
export function checkOrder(uids: readonly ModelUid[]): void {
  const unsorted = uids.find((uid, index) => index > 0 && uid <= (uids[index - 1] as ModelUid));
  if (unsorted !== undefined) throw new Error(`model ${unsorted} is out of order or listed twice`);
}

/** What the promise gives; rejects with the signal's reason as soon as that is told, also when no answer ever comes. */
export function orAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
