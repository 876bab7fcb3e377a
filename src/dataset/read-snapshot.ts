import type { ModelUid } from '../sketchfab/model-uid';
import type { UserUid } from '../sketchfab/user-uid';
import { createStringDictionary } from './columns/string-dictionary';
import { createStringListBuilder, stringAt, stringListOf } from './columns/string-list';
import { createUint32ListBuilder } from './columns/uint32-list';
import type { CrawledModel, DatasetSource } from './dataset-source';
import { normalizeUsername } from './filter/clean-pasted-text';
import type { Step, StepReporter } from './progress';
import { createModelPacker, emptyPackedModels } from './snapshot/pack-models';
import { type PackedLikes, type Snapshot, trimSnapshot } from './snapshot/snapshot';

export type SnapshotRequest = {
  readonly source: DatasetSource;
  /** The users to be looked up by name, as `normalizeUsername` returns them. */
  readonly usernamesToFind: ReadonlySet<string>;
  readonly limits?: BatchLimits;
  readonly reportStep: StepReporter;
  readonly signal?: AbortSignal | undefined;
};

/** A batch ends soon after it reaches one of these. */
export type BatchLimits = { readonly models: number; readonly likes: number; readonly users: number };

const noLimits: BatchLimits = { models: Infinity, likes: Infinity, users: Infinity };

// Weights are seconds, measured at ten times the likes of 2016.
export const snapshotSteps: readonly Step[] = [
  { id: 'readLikes', weight: 60 },
  { id: 'readUsernames', weight: 5 },
];

/** Reads the whole snapshot. Rejects as `continueSnapshot` does. */
export async function readSnapshot(request: SnapshotRequest): Promise<Snapshot> {
  let snapshot = await continueSnapshot(request, null);
  while (!snapshot.isComplete) snapshot = await continueSnapshot(request, snapshot);
  return snapshot;
}

/**
 * Reads the next batch: of models until all are read, then of user names. `null` begins a snapshot; one that is passed
 * in is consumed. Rejects with the signal's reason, and if the stored models changed.
 */
export async function continueSnapshot(
  request: SnapshotRequest,
  snapshot: Snapshot | null,
): Promise<Snapshot> {
  request.signal?.throwIfAborted();
  const begun = snapshot ?? (await beginSnapshot(request));
  return begun.models.length < begun.models.uids.length
    ? readModels(request, begun)
    : readUsernames(request, begun);
}

async function beginSnapshot({ source, signal }: SnapshotRequest): Promise<Snapshot> {
  const uids = await abortable(source.readModelUids(), signal);
  assertSorted(uids);
  return {
    models: emptyPackedModels(stringListOf(uids)),
    likes: {
      starts: new Uint32Array(uids.length + 1),
      users: createUint32ListBuilder().list,
      userUids: createStringListBuilder<UserUid>().list,
      repeats: createUint32ListBuilder().list,
      readFrom: new Float64Array(uids.length),
      readTo: new Float64Array(uids.length),
    },
    users: {
      otherUserUids: createStringListBuilder<UserUid>().list,
      usernames: createStringListBuilder().list,
      found: [],
      last: null,
    },
    requests: await abortable(source.countRequests(), signal),
    isComplete: false,
  };
}

async function readModels(
  { source, limits = noLimits, reportStep, signal }: SnapshotRequest,
  { models, likes, users, ...rest }: Snapshot,
): Promise<Snapshot> {
  const onProgress = reportStep('readLikes');
  const packer = createModelPacker(models);
  const likesBuilder = createPackedLikesBuilder(likes, models.length);
  const others = createStringDictionary(users.otherUserUids);
  const total = models.uids.length;
  const maxLikes = likes.users.length + limits.likes;
  const uids = Array.from({ length: Math.min(limits.models, total - models.length) }, (_, index) =>
    stringAt(models.uids, models.length + index),
  );

  let done = models.length;
  onProgress(done, total);
  for await (const page of readModelPages(source, uids, signal)) {
    for (const model of page) {
      packer.add(model);
      likesBuilder.add(model);
      for (const uid of model.otherUserUids) others.indexOf(uid);
    }
    done += page.length;
    onProgress(done, total);
    if (likesBuilder.count() >= maxLikes) break;
  }
  return {
    ...rest,
    models: packer.packed(),
    likes: likesBuilder.likes(),
    users: { ...users, otherUserUids: others.list },
  };
}

/** Appends the likes of models to `from`, whose arrays it takes over; `model` is the index of the first. */
function createPackedLikesBuilder(from: PackedLikes, model: number) {
  const users = createUint32ListBuilder(from.users);
  const userUids = createStringDictionary(from.userUids);
  const repeats = createUint32ListBuilder(from.repeats);
  let next = model;
  return {
    add({ userUids: uids, readBetween }: CrawledModel): void {
      const places = new Map<UserUid, number>();
      for (const uid of uids) {
        const place = places.get(uid);
        if (place !== undefined) {
          repeats.push(place);
          continue;
        }
        places.set(uid, users.list.length);
        users.push(userUids.indexOf(uid));
      }
      [from.readFrom[next], from.readTo[next]] = readBetween ?? [Number.NaN, Number.NaN];
      next += 1;
      from.starts[next] = users.list.length;
    },
    count: () => users.list.length,
    likes: (): PackedLikes => ({
      ...from,
      users: users.list,
      userUids: userUids.list,
      repeats: repeats.list,
    }),
  };
}

async function readUsernames(
  { source, usernamesToFind, limits = noLimits, reportStep, signal }: SnapshotRequest,
  snapshot: Snapshot,
): Promise<Snapshot> {
  const { users, likes } = snapshot;
  const onProgress = reportStep('readUsernames');
  const usernames = createStringListBuilder(users.usernames);
  const found = [...users.found];
  let last = users.last;
  let left = limits.users;
  while (left > 0) {
    const page = await abortable(source.readUsers(last), signal);
    for (const { uid, username } of page) {
      if (username === null) continue;
      usernames.add(username);
      if (usernamesToFind.size > 0 && usernamesToFind.has(normalizeUsername(username)))
        found.push([uid, username]);
    }
    left -= page.length;
    last = page.at(-1)?.uid ?? last;
    onProgress(Math.min(usernames.list.length, likes.userUids.length), likes.userUids.length);
    if (page.length === 0) {
      onProgress(1, 1);
      return trimSnapshot({
        ...snapshot,
        users: { ...users, usernames: usernames.list, found, last },
        isComplete: true,
      });
    }
  }
  return { ...snapshot, users: { ...users, usernames: usernames.list, found, last } };
}

// About 4,400 likes in the data of 2016: few enough to hold, enough to be worth a round trip.
const pageSize = 200;

/** Reads these models page by page. Rejects if the source returns others: likes would be lost or assigned wrongly. */
async function* readModelPages(
  source: Pick<DatasetSource, 'readModels'>,
  uids: readonly ModelUid[],
  signal?: AbortSignal,
): AsyncGenerator<readonly CrawledModel[]> {
  for (let start = 0; start < uids.length; start += pageSize) {
    signal?.throwIfAborted();
    const requested = uids.slice(start, start + pageSize);
    const models = await abortable(source.readModels(requested), signal);
    if (models.length !== requested.length || models.some(({ uid }, index) => uid !== requested[index])) {
      throw new Error('the stored models changed while the dataset was written');
    }
    yield models;
  }
}

/** Every table relies on sorted, unique ids, so a source that breaks this must not go unnoticed. */
function assertSorted(uids: readonly ModelUid[]): void {
  const unsorted = uids.find((uid, index) => index > 0 && uid <= (uids[index - 1] as ModelUid));
  if (unsorted !== undefined) throw new Error(`model ${unsorted} is out of order or listed twice`);
}

/** Rejects with the signal's reason as soon as it aborts, even if the promise never settles. */
function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
