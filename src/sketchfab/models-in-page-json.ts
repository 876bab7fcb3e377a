import { isRecord } from './is-record';
import { parseModelUid, type ModelUid } from './model-uid';
import type { PageJson } from './read-page-json';

/** Rows looked at of one list; the site sends 24. */
const maxRows = 1_000;

/**
 * The page's own model, as raw JSON. Its key is the request's path, bare or with a query; both key and value must
 * name the model, since after a navigation inside the client they still name the one before.
 */
export function findModelJson(json: PageJson, uid: ModelUid): unknown {
  const path = `/i/models/${uid}`;
  const keys = [...json.keys()].filter((key) => key.startsWith(path)).sort();
  return keys.map((key) => json.get(key)).find((value) => uidOf(value) === uid);
}

/** The models of every list in it, as raw JSON. In 2018 a list of cards came with one, which has the tags. */
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
