import type { Entry, EntryInput } from './entries';
import { interactionGroups, interactions } from './interactions-table';
import { itemGroups, items } from './items-table';
import { eachModel } from './chosen-models';
import { writeModelFeats } from './model-feats-table';
import { writeModelLikes } from './model-likes-table';
import { writeModelUrls } from './model-urls-table';
import { parquetBytes } from './parquet-bytes';
import { writeRecboleInter } from './recbole-inter-table';
import { writeRecboleItem } from './recbole-item-table';
import type { Table } from './table';
import { watchValues } from './watch-values';

export function tableEntries(tables: readonly Table[]): readonly Entry[] {
  return tables.map(({ name, path, form }) => {
    const writer = writers[name];
    if (!writer) throw new Error(`nothing writes ${name}`);
    return { path, isPacked: form === 'parquet', ...writer };
  });
}

// Weights are seconds as they were measured on ten times the likes of 2016.
const writers: Readonly<Record<string, Pick<Entry, 'weight' | 'content'>>> = {
  model_urls: { weight: 1, content: ({ selection }) => writeModelUrls(selection.models) },
  model_feats: { weight: 10, content: (input) => writeModelFeats(toldModels(input), input.facts) },
  model_likes_anon: {
    weight: 40,
    content: (input) => writeModelLikes(input.selection, input.facts.choices.likesNames, tellModels(input)),
  },
  interactions: {
    weight: 15,
    content: (input) =>
      parquetBytes(
        interactions,
        watchValues(interactions, interactionGroups(input.selection, tellModels(input)), input.scan),
      ),
  },
  items: {
    weight: 10,
    content: (input) =>
      parquetBytes(items, watchValues(items, itemGroups(input.selection, tellModels(input)), input.scan)),
  },
  recbole_inter: {
    weight: 30,
    content: (input) => writeRecboleInter(input.selection, tellModels(input)),
  },
  recbole_item: { weight: 8, content: (input) => writeRecboleItem(toldModels(input)) },
};

const tellModels =
  ({ tell, selection }: EntryInput) =>
  (done: number) =>
    tell(done, selection.models.places.length);

function* toldModels({ selection, tell }: EntryInput) {
  let done = 0;
  for (const model of eachModel(selection.models)) {
    yield model;
    done += 1;
    tell(done, selection.models.places.length);
  }
}
