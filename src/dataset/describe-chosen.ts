import { eachModel } from './chosen-models';
import type { Chosen } from './choose';
import { countStates } from './count-states';
import type { DatasetChoices } from './dataset-choices';
import type { DatasetFacts } from './dataset-facts';
import type { ChosenLikes } from './dataset-statistics';
import { numberAt } from './number-at';
import type { Step, TellStep } from './progress';
import { pseudonymFacts } from './pseudonym-facts';
import type { PseudonymKey } from './pseudonym-key';
import { createModelCounter, type ModelStatistics } from './statistics-models';
import type { WatchedPeople } from './watched-people';

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
