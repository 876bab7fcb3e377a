import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { mergeFacts } from '../sketchfab/merge-facts';
import { packCaptured, unpackCaptured, type CapturedModel } from './captured-model';

/**
 * A second copy of captured models, in `storage.local`. The browser keeps that apart from IndexedDB, so it survives if
 * IndexedDB is lost. The chunks `captured:0`, `captured:1`, … are append-only; a model may be appended again with new facts.
 */
export type CopyHead = {
  /** The id of the copied database. */
  readonly id: string;
  /** The number of copied models, which are the first in the order of capture. */
  readonly models: number;
  readonly chunks: number;
  readonly intent: CrawlIntent;
};

/** What the user wanted when the database was last read. A lost database does not know. */
export type CrawlIntent = {
  readonly wasCrawling: boolean;
  /** The minimum of a running search for the most liked models; `null` if none was running. */
  readonly minimumLikes: number | null;
};

export const noCopy: CopyHead = {
  id: '',
  models: 0,
  chunks: 0,
  intent: { wasCrawling: false, minimumLikes: null },
};

/** A changed chunk is rewritten as a whole and sent to every page that listens for storage changes, so it must stay small. */
export const modelsPerChunk = 100;

const headKey = 'databaseId';
const prefix = 'captured:';
/** Content scripts of some browsers can store keys with any number, after which no further chunk would fit. */
const ownChunk = /^captured:\d{1,6}$/;
const keyOf = (chunk: number) => `${prefix}${chunk}`;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const head = v.object({
  id: v.string(),
  models: count,
  chunks: count,
  intent: v.object({ wasCrawling: v.boolean(), minimumLikes: v.nullable(count) }),
});

/** `null` if there is no copy. An unreadable head counts as the copy of no database. */
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

/** Writes with a single call, which browsers carry out completely or not at all. */
export async function writeCopy(
  to: CopyHead,
  chunks: ReadonlyMap<number, readonly CapturedModel[]>,
): Promise<void> {
  const packed = [...chunks].map(([chunk, models]) => [keyOf(chunk), models.map(packCaptured)] as const);
  await browser.storage.local.set({ ...Object.fromEntries(packed), [headKey]: to });
}

export type WholeCopy = {
  /** Each model once, in the order of capture, with all its facts. */
  readonly models: readonly CapturedModel[];
  readonly chunks: ReadonlyMap<number, CopyChunk>;
};

export async function readWholeCopy(): Promise<WholeCopy> {
  const stored = await browser.storage.local.get(null);
  const chunks = new Map(
    chunkKeys(stored)
      .filter((key) => ownChunk.test(key))
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
