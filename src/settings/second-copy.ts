import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { mergeFacts } from '../sketchfab/merge-facts';
import { packCaptured, unpackCaptured, type CapturedModel } from './captured-model';

/**
 * Captured models once more, in `storage.local`: it is another database of the browser's, so it stands when IndexedDB is
 * lost. Chunks `captured:0`, `captured:1`, ... only grow at their end; a model may come again with what was learned since.
 */
export type CopyHead = {
  /** Of the database that this is the copy of. */
  readonly id: string;
  /** So many models are in the copy: those of order 0 to here. */
  readonly models: number;
  readonly chunks: number;
  readonly intent: CrawlIntent;
};

/** What the person wanted when the database was last seen: a lost one cannot say. */
export type CrawlIntent = {
  readonly wasCrawling: boolean;
  /** Down to how many likes the catalogue was being looked through, if it was. */
  readonly minimumLikes: number | null;
};

export const noCopy: CopyHead = {
  id: '',
  models: 0,
  chunks: 0,
  intent: { wasCrawling: false, minimumLikes: null },
};

/** Each chunk that changes is written whole, and told to every page that listens to the storage: so not more. */
export const modelsPerChunk = 100;

const headKey = 'databaseId';
const prefix = 'captured:';
const keyOf = (chunk: number) => `${prefix}${chunk}`;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const head = v.object({
  id: v.string(),
  models: count,
  chunks: count,
  intent: v.object({ wasCrawling: v.boolean(), minimumLikes: v.nullable(count) }),
});

/** `null` when there is none; one that cannot be read is the copy of no database. */
export async function readCopyHead(): Promise<CopyHead | null> {
  const stored = (await browser.storage.local.get(headKey))[headKey];
  return stored === undefined ? null : v.parse(v.fallback(head, noCopy), stored);
}

export type CopyChunk = { readonly models: readonly CapturedModel[]; readonly isWhole: boolean };

export async function readCopyChunk(chunk: number): Promise<CopyChunk> {
  return readChunk((await browser.storage.local.get(keyOf(chunk)))[keyOf(chunk)]);
}

function readChunk(stored: unknown): CopyChunk {
  if (!Array.isArray(stored)) return { models: [], isWhole: false };
  const models = stored.map(unpackCaptured).filter((model) => model !== undefined);
  return { models, isWhole: models.length === stored.length };
}

/** In one call, which browsers carry out as a whole or not at all. */
export async function writeCopy(
  to: CopyHead,
  chunks: ReadonlyMap<number, readonly CapturedModel[]>,
): Promise<void> {
  const packed = [...chunks].map(([chunk, models]) => [keyOf(chunk), models.map(packCaptured)] as const);
  await browser.storage.local.set({ ...Object.fromEntries(packed), [headKey]: to });
}

export type WholeCopy = {
  /** Each once, in the order of capture, with all that was ever learned of it. */
  readonly models: readonly CapturedModel[];
  readonly chunks: ReadonlyMap<number, CopyChunk>;
};

export async function readWholeCopy(): Promise<WholeCopy> {
  const stored = await browser.storage.local.get(null);
  const chunks = new Map(
    chunkKeys(stored)
      .map((key) => [Number(key.slice(prefix.length)), readChunk(stored[key])] as const)
      .sort(([a], [b]) => a - b),
  );
  const models = new Map<string, CapturedModel>();
  for (const model of [...chunks.values()].flatMap((chunk) => chunk.models)) {
    const before = models.get(model.uid);
    const known = before ? { ...mergeFacts(model, before), capturedAt: before.capturedAt } : model;
    models.set(model.uid, known);
  }
  return { models: [...models.values()], chunks };
}

export async function removeCopy(): Promise<void> {
  await browser.storage.local.remove([headKey, ...chunkKeys(await browser.storage.local.get(null))]);
}

function chunkKeys(stored: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(stored).filter((key) => key.startsWith(prefix));
}
