import { defaultChoices, type DatasetChoices } from '../dataset-choices';
import type { DatasetSource, ModelLikes } from '../dataset-source';
import { filterLikes } from '../filter-likes';
import { freezeModels, type FrozenModel } from '../freeze-models';
import { keyedHash } from '../keyed-hash';
import { readLikeMatrix } from '../like-matrix';
import { checkOrder } from '../model-batches';
import { numberAt } from '../number-at';
import { orAborted } from '../or-aborted';
import type { PseudonymKey } from '../pseudonym-key';
import { pseudonymize } from '../pseudonyms';
import type { UserUid } from '../../sketchfab/user-uid';
import type { PartSelection } from './part-selection';

export type PartChoices = Pick<DatasetChoices, 'excluded' | 'leaveOutNoAi' | 'leaveOutRestricted' | 'hash'>;

export type GatherPartOrder = {
  readonly source: DatasetSource;
  readonly key: PseudonymKey;
  readonly choices: PartChoices;
  readonly signal: AbortSignal | undefined;
};

export type GatheredPart = {
  readonly selection: PartSelection;
  readonly people: {
    readonly userUids: readonly UserUid[];
    readonly usernames: ReadonlyMap<UserUid, string>;
  };
};

/**
 * Reads everything, leaves out who and what is excluded, and hashes the rest. Minimums and samples are no matter of a
 * part: they only make sense over all parts together.
 */
export async function gatherPart({ source, key, choices, signal }: GatherPartOrder): Promise<GatheredPart> {
  const uids = await orAborted(source.readModelUids(), signal);
  checkOrder(uids);
  // Models first: a list that ends meanwhile is called unfinished, and never the other way round.
  const models = await freezeModels(source, uids, () => {}, signal);
  const times = createTimes(uids.length);
  const matrix = await readLikeMatrix(source, uids, times.add, signal);
  const usernames = await orAborted(source.readUsernames(), signal);
  const filtered = await filterLikes({
    matrix,
    choices: { ...defaultChoices, ...choices },
    marks: models,
    usernames,
    keyText: key.text,
    signal,
  });
  const hash = keyedHash(key.text, choices.hash);
  const selection: PartSelection = {
    models: filtered.models.map((place) => models[place] as FrozenModel),
    matrix: filtered.matrix,
    pseudonyms: await pseudonymize(filtered.matrix.userUids, hash, undefined, signal),
    likesCollected: Uint32Array.from(
      filtered.models,
      (place) => numberAt(matrix.starts, place + 1) - numberAt(matrix.starts, place),
    ),
    readFrom: Float64Array.from(filtered.models, (place) => numberAt(times.from, place)),
    readTo: Float64Array.from(filtered.models, (place) => numberAt(times.to, place)),
  };
  return { selection, people: { userUids: matrix.userUids, usernames } };
}

function createTimes(models: number) {
  const from = new Float64Array(models).fill(Number.NaN);
  const to = new Float64Array(models).fill(Number.NaN);
  let place = 0;
  return {
    from,
    to,
    add: (batch: readonly ModelLikes[]) => {
      for (const { readBetween } of batch) {
        [from[place], to[place]] = readBetween ?? [Number.NaN, Number.NaN];
        place += 1;
      }
    },
  };
}
