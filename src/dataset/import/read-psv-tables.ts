import { cleanText } from '../../sketchfab/clean-text';
import { cleanLabelText, type Label, maxLabelsPerModel } from '../../sketchfab/label';
import { factsBy, tableFacts } from '../../sketchfab/model-facts';
import { parseModelUid } from '../../sketchfab/model-uid';
import { textOfCell } from '../tables/formulas';
import { ImportError } from '../zip/import-error';
import { type ImportedModel, maxImportedModels } from './imported-dataset';
import type { DatasetDescriptor } from './manifests';
import { bytesOfLabel, bytesOfModel, type MemoryBudget } from './memory-budget';

export const modelUrls = 'data/model_urls.psv';
export const modelFeats = 'data/model_feats.psv';

type Tools = {
  /** Reads the file at a path, and throws if it is missing. */
  readonly textOf: (path: string) => AsyncIterable<string>;
  readonly takeMemory: MemoryBudget;
};

/** The models with their names and labels. */
export async function readDatasetModels(
  { textOf, takeMemory }: Tools,
  { notComplete, escapedFormulas }: Pick<DatasetDescriptor['likesOut'], 'notComplete' | 'escapedFormulas'>,
  areListsShortened: boolean,
): Promise<ImportedModel[]> {
  const states = new Map(notComplete.map(({ mid, state }) => [mid, state]));
  const reading = { ofCell: textOfCell(escapedFormulas), takeMemory };
  const names = await readNames(textOf(modelUrls), reading);
  const labels = await readLabels(textOf(modelFeats), names, reading);
  return [...names].map(([uid, name]) => {
    const state = states.get(uid) ?? (areListsShortened ? 'partial' : undefined);
    const own = labels.get(uid);
    return {
      uid,
      ...factsBy(tableFacts, () => null),
      name: name || null,
      tags: own?.tag ?? null,
      categories: own?.category ?? null,
      state: state ?? 'complete',
      complete: state === undefined,
      sweptAt: null,
      observedAt: null,
    };
  });
}

type Reading = { readonly ofCell: (cell: string) => string; readonly takeMemory: MemoryBudget };

async function readNames(text: AsyncIterable<string>, { ofCell, takeMemory }: Reading) {
  const names = new Map<ImportedModel['uid'], string>();
  let last = '';
  for await (const [name = '', mid = ''] of psvRecords(modelUrls, ['name', 'mid'], text)) {
    const uid = parseModelUid(mid);
    if (!uid) throw new ImportError({ code: 'invalidModelId', path: modelUrls, text: mid.slice(0, 50) });
    if (mid <= last) throw new ImportError({ code: 'modelOrder', path: modelUrls, mid });
    if (names.size === maxImportedModels) throw new ImportError({ code: 'tooManyModels', path: modelUrls });
    last = mid;
    const cleaned = cleanText(ofCell(name));
    takeMemory(modelUrls, bytesOfModel({ name: cleaned, tags: null, categories: null }));
    names.set(uid, cleaned);
  }
  return names;
}

type Labels = { readonly tag: Label[]; readonly category: Label[] };

async function readLabels(
  text: AsyncIterable<string>,
  names: ReadonlyMap<string, string>,
  { ofCell, takeMemory }: Reading,
) {
  const labels = new Map<string, Labels>();
  let [lastMid, last] = ['', ''];
  for await (const [mid = '', type = '', cell = ''] of psvRecords(
    modelFeats,
    ['mid', 'type', 'value'],
    text,
  )) {
    const value = ofCell(cell);
    const isLabel = type === 'tag' || type === 'category';
    const isNext = mid > lastMid || (mid === lastMid && type + value > last);
    if (!isLabel || !isNext || !names.has(mid)) {
      throw new ImportError({ code: 'labelOrder', path: modelFeats, mid: mid.slice(0, 50) });
    }
    [lastMid, last] = [mid, type + value];
    const own = labels.get(mid) ?? { tag: [], category: [] };
    takeMemory(modelFeats, bytesOfLabel(value));
    if (own[type].length < maxLabelsPerModel) own[type].push({ name: cleanLabelText(value), slug: null });
    labels.set(mid, own);
  }
  return labels;
}

const field = /(?:\\((?:[^\\\r\n]|\\\\)*)\\|([^|\\\r\n]*))(\||$)/y;

/** In characters. No record of ours is nearly as long. */
const maxLineLength = 100_000;

/**
 * The records of a PSV table of ours, header excluded, from its text in chunks. Stricter than the format: a record is
 * one line, as in everything we write. Throws an `ImportError` with the line number if a line has other fields than
 * `header`.
 */
export async function* psvRecords(
  path: string,
  header: readonly string[],
  text: AsyncIterable<string>,
): AsyncGenerator<string[]> {
  let rest = '';
  let line = 0;
  for await (const chunk of text) {
    const lines = (rest + chunk).split('\r\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxLineLength) throw new ImportError({ code: 'endlessLine', path, line: line + 1 });
    for (const record of lines) {
      line += 1;
      const fields =
        record.includes('\\') || /[\r\n]/.test(record) ? quotedFields(record) : record.split('|');
      if (fields?.length !== header.length) throw new ImportError({ code: 'invalidLine', path, line });
      if (line > 1) yield fields;
      else if (fields.join('|') !== header.join('|'))
        throw new ImportError({ code: 'unexpectedColumns', path });
    }
  }
  if (rest !== '' || line === 0) throw new ImportError({ code: 'truncatedTable', path, line: line + 1 });
}

function quotedFields(record: string): string[] | undefined {
  const fields: string[] = [];
  field.lastIndex = 0;
  for (;;) {
    const match = field.exec(record);
    if (!match) return undefined;
    fields.push(match[1]?.replaceAll('\\\\', '\\') ?? match[2] ?? '');
    if (match[3] === '') return fields;
  }
}
