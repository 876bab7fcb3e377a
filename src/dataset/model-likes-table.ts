import type { DatasetFacts } from './dataset-facts';
import type { DatasetModel, DatasetSource, ModelLikes } from './dataset-source';
import { checkAnswer } from './model-batches';
import { plainName } from './plain-name';
import type { Pseudonyms } from './pseudonyms';
import { tableText, type Table } from './table';

/** Three columns for ever, `mid` and `uid` last: there are readers that take the last two pieces of each line. */
export const modelLikes: Table = {
  name: 'model_likes_anon',
  path: 'data/model_likes_anon.psv',
  about: 'Who liked which model, one row for each like.',
  columns: [
    { name: 'modelname', about: 'name of the model made plain, for reading along; do not join on it' },
    { name: 'mid', about: 'id of the model', constraints: { required: true } },
    {
      name: 'uid',
      about: 'pseudonym of the user, valid inside this file only',
      constraints: { required: true, pattern: '^[0-9a-f]{32}$' },
    },
  ],
  key: ['mid', 'uid'],
};

export type LikesInput = {
  readonly batches: AsyncIterable<readonly DatasetModel[]>;
  readonly source: DatasetSource;
  readonly pseudonyms: Pseudonyms;
  readonly facts: DatasetFacts;
  readonly onModels: (count: number) => void;
};

export function writeModelLikes(input: LikesInput): AsyncGenerator<string> {
  const { facts, pseudonyms } = input;
  return tableText(modelLikes, withLikes(input), function* ([models, likes]) {
    for (const [index, model] of models.entries()) {
      const seen = likes[index]?.userUids ?? [];
      const users = new Set(seen);
      facts.likes += users.size;
      facts.duplicateLikes += seen.length - users.size;
      const name = plainName(model.name);
      // Sorted by what the reader sees: the site's order tells who liked first.
      for (const uid of Array.from(users, pseudonyms.of).sort()) yield [name, model.uid, uid];
    }
    facts.users = pseudonyms.count();
    input.onModels(models.length);
  });
}

async function* withLikes({
  batches,
  source,
}: LikesInput): AsyncGenerator<readonly [readonly DatasetModel[], readonly ModelLikes[]]> {
  for await (const models of batches) {
    const asked = models.map((model) => model.uid);
    const likes = await source.readLikes(asked);
    checkAnswer(
      asked,
      likes.map((entry) => entry.modelUid),
    );
    yield [models, likes];
  }
}
