import { isRecord } from './is-record';
import { parseModelUid, type ModelUid } from './model-uid';
import type { PageJson } from './read-page-json';

/** The most rows read from one list; the site sends 24. */
const maxRows = 1_000;

/**
 * The raw JSON of the page's own model. Its key is the request path, with or without a query. Both key and value must
 * name the model: after client-side navigation they still name the previous one.
 */
export function findModelJson(json: PageJson, uid: ModelUid): unknown {
  const path = `/i/models/${uid}`;
  const keys = [...json.keys()].filter((key) => key.startsWith(path)).sort();
  return keys.map((key) => json.get(key)).find((value) => uidOf(value) === uid);
}

/** The raw JSON of the models in all lists of the page. In 2018 lists of cards came with one, which includes tags. */
export function findListedModels(json: PageJson): ReadonlyMap<ModelUid, unknown> {
  const listed = new Map<ModelUid, unknown>();
  for (const row of [...json.values()].flatMap(rowsOf)) {
    const uid = uidOf(row);
    if (uid !== undefined) listed.set(uid, row);
  }
  return listed;
}

function rowsOf(value: unknown): readonly unknown[] {
  const results: unknown = isRecord(value) ? value['results'] : undefined;
  return Array.isArray(results) ? results.slice(0, maxRows) : [];
}

function uidOf(value: unknown): ModelUid | undefined {
  return isRecord(value) ? parseModelUid(value['uid']) : undefined;
}
