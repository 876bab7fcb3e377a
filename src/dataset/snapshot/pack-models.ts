import type { Label } from '../../sketchfab/label';
import type { ModelUid } from '../../sketchfab/model-uid';
import { createStringDictionary } from '../columns/string-dictionary';
import { createStringListBuilder, type StringList } from '../columns/string-list';
import { createUint32ListBuilder } from '../columns/uint32-list';
import type { CrawledModel } from '../dataset-source';
import { labelWord, mark, ownUid, type PackedModels } from './packed-models';

export function emptyPackedModels(uids: StringList<ModelUid>): PackedModels {
  const none = createStringListBuilder().list;
  return {
    uids,
    ...{ names: none, thumbnails: createStringListBuilder().list, words: createStringListBuilder().list },
    thumbnailStarts: new Uint32Array(uids.length),
    states: new Uint32Array(uids.length),
    causes: new Uint32Array(uids.length),
    likeCounts: new Float64Array(uids.length),
    marks: new Uint8Array(uids.length),
    labels: createUint32ListBuilder().list,
    labelStarts: new Uint32Array(2 * uids.length + 1),
  };
}

/** Packs the models behind those that are packed already, in the order of their ids. */
export function createModelPacker(from: PackedModels) {
  const names = createStringListBuilder(from.names);
  const thumbnails = createStringListBuilder(from.thumbnails);
  const words = createStringDictionary(from.words);
  const labels = createUint32ListBuilder(from.labels);

  function addLabels(of: readonly Label[] | null, which: number): void {
    for (const label of of ?? []) labels.push(words.indexOf(labelWord(label)));
    from.labelStarts[which + 1] = labels.list.length;
  }

  function addThumbnail(place: number, { uid, thumbnailUrl }: CrawledModel): void {
    const [start = '', ...rest] = (thumbnailUrl ?? '').split(uid);
    from.thumbnailStarts[place] = thumbnailUrl === null ? 0 : words.indexOf(start) + 1;
    thumbnails.add(rest.map((part) => `${ownUid}${part}`).join(''));
  }

  return {
    packed: {
      ...from,
      names: names.list,
      thumbnails: thumbnails.list,
      words: words.list,
      labels: labels.list,
    },
    add(model: CrawledModel): void {
      const place = names.list.length;
      names.add(model.name);
      addThumbnail(place, model);
      from.states[place] = words.indexOf(model.state);
      from.causes[place] = model.cause === null ? 0 : words.indexOf(model.cause) + 1;
      from.likeCounts[place] = model.likeCount ?? -1;
      from.marks[place] = marksOf(model);
      addLabels(model.categories, 2 * place);
      addLabels(model.tags, 2 * place + 1);
    },
  };
}

function marksOf({ complete, noAi, isRestricted, categories, tags }: CrawledModel): number {
  return (
    (complete ? mark.complete : 0) |
    (noAi === null ? 0 : mark.noAiKnown) |
    (noAi ? mark.noAi : 0) |
    (isRestricted === null ? 0 : mark.restrictedKnown) |
    (isRestricted ? mark.restricted : 0) |
    (categories ? mark.categoriesKnown : 0) |
    (tags ? mark.tagsKnown : 0)
  );
}
