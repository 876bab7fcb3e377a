import { cleanText } from '../../sketchfab/clean-text';
import { maxLabelsPerModel } from '../../sketchfab/label';
import { parseModelUid } from '../../sketchfab/model-uid';
import type { DatasetDescriptor } from './dataset-descriptor';
import { ImportRefused } from './import-refused';
import { importLimits } from './import-limits';
import type { ImportedModel } from './imported-dataset';
import { psvRecords } from './psv-records';

export const modelUrls = 'data/model_urls.psv';
export const modelFeats = 'data/model_feats.psv';

/** `textOf` hands out the text of an entry; it throws for one that is missing. */
export async function readDatasetModels(
  textOf: (path: string) => AsyncIterable<string>,
  notComplete: DatasetDescriptor['likesOut']['notComplete'],
  areListsShortened: boolean,
): Promise<ImportedModel[]> {
  const states = new Map(notComplete.map(({ mid, state }) => [mid, state]));
  const names = await readNames(textOf(modelUrls));
  const labels = await readLabels(textOf(modelFeats), names);
  return [...names].map(([uid, name]) => {
    const state = states.get(uid) ?? (areListsShortened ? 'partial' : undefined);
    const own = labels.get(uid);
    return {
      uid,
      name,
      tags: own?.tag ?? null,
      categories: own?.category ?? null,
      likeCount: null,
      noAi: null,
      thumbnailUrl: null,
      state: state ?? 'complete',
      complete: state === undefined,
      sweptAt: null,
      observedAt: null,
    };
  });
}

async function readNames(text: AsyncIterable<string>) {
  const names = new Map<ImportedModel['uid'], string>();
  let last = '';
  for await (const [name = '', mid = ''] of psvRecords(modelUrls, ['name', 'mid'], text)) {
    const uid = parseModelUid(mid);
    if (!uid) throw new ImportRefused(`${modelUrls}: "${mid.slice(0, 50)}" is no id of a model.`);
    if (mid <= last) throw new ImportRefused(`${modelUrls}: ${mid} is out of order or repeated.`);
    if (names.size === importLimits.models) throw new ImportRefused(`${modelUrls} names too many models.`);
    last = mid;
    names.set(uid, cleanText(name));
  }
  return names;
}

type Labels = { readonly tag: string[]; readonly category: string[] };

async function readLabels(text: AsyncIterable<string>, names: ReadonlyMap<string, string>) {
  const labels = new Map<string, Labels>();
  let [lastMid, last] = ['', ''];
  for await (const [mid = '', type = '', value = ''] of psvRecords(
    modelFeats,
    ['mid', 'type', 'value'],
    text,
  )) {
    const isLabel = type === 'tag' || type === 'category';
    const isNext = mid > lastMid || (mid === lastMid && type + value > last);
    if (!isLabel || !isNext || !names.has(mid)) {
      throw new ImportRefused(
        `${modelFeats}: a ${type.slice(0, 50)} of ${mid.slice(0, 50)} is out of place.`,
      );
    }
    [lastMid, last] = [mid, type + value];
    const own = labels.get(mid) ?? { tag: [], category: [] };
    if (own[type].length < maxLabelsPerModel) own[type].push(cleanText(value));
    labels.set(mid, own);
  }
  return labels;
}
