import { numberAt } from './columns/uint32-list';
import type { DatasetChoices } from './dataset-options';
import type { ChosenLikes, DatasetFacts } from './dataset-summary';
import type { Chosen } from './filter-snapshot';
import type { WatchedPeople } from './leak-scan/sensitive-values';
import type { Step, TellStep } from './progress';
import { pseudonymFacts, type PseudonymKey } from './pseudonyms/pseudonym-key';
import { eachModel } from './snapshot/selected-models';
import { countStates, createModelCounter, type ModelStatistics } from './statistics/model-statistics';

export type DescribeOrder = {
  readonly key: PseudonymKey;
  readonly choices: DatasetChoices;
  /** Whose likes are among those chosen. */
  readonly importsUnited: number;
  readonly exportedAt: Date;
  readonly toolVersion: string;
  readonly tellStep: (doing: string) => TellStep;
};

/** What goes into a dataset, and all that is said of it. Plain data too. */
export type Described = {
  readonly likes: ChosenLikes;
  readonly people: WatchedPeople;
  readonly facts: DatasetFacts;
};

// As the others', measured on ten times the likes of 2016.
export const describeSteps: readonly Step[] = [{ doing: 'Counting', weight: 10 }];

/** Counts the models, and puts together what README and descriptors tell. */
export function describeChosen(chosen: Chosen, order: DescribeOrder): Described {
  const { likes, people, collection, filters, statistics } = chosen;
  const { key, choices, importsUnited, exportedAt, toolVersion } = order;
  const facts: DatasetFacts = {
    ...{ exportedAt, toolVersion, choices, collection, importsUnited, filters },
    pseudonym: pseudonymFacts(key, choices.hash),
    statistics: { ...statistics, models: countModels(likes, order.tellStep('Counting')) },
    models: likes.models.places.length,
    ...countStates(likes.models),
    featsRows: 0,
    users: likes.matrix.userUids.length,
    likes: likes.matrix.users.length,
    duplicateLikes: likes.matrix.duplicates,
    files: [],
  };
  return { likes, people, facts };
}

function countModels({ models, likesCollected }: ChosenLikes, tell: TellStep): ModelStatistics {
  const counter = createModelCounter();
  let place = 0;
  for (const model of eachModel(models)) {
    counter.add(model, numberAt(likesCollected, place));
    place += 1;
    tell(place, models.places.length);
  }
  return counter.result();
}
