import * as v from 'valibot';

/**
 * What a person decided, each under its own key of `browser.storage.local`. A key that is missing or holds
 * something else reads as its default, which is written here and nowhere else.
 */
const schemas = {
  /** Nothing is captured or asked before the person said yes. */
  consent: v.fallback(v.boolean(), false),
  autoCapture: v.fallback(v.boolean(), true),
  /** Milliseconds between two requests; 0 is obeyed for tests and benches. */
  crawlDelayMs: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)), 1_000),
  /** Requests in flight, 1 to 8: more than one is for benches. */
  crawlConcurrency: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)), 1),
  /** Down to how many likes "Find most liked models" goes; 5 is where the crawl of 2016 stopped. */
  minimumLikes: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 5),
  /** The person knows that robots.txt asks crawlers to stay away, and wants to go on. */
  crawlDespiteRobots: v.fallback(v.boolean(), false),
  /** Sends the person's own Sketchfab cookies with the crawl: a way round a wall that knows them. */
  useCookies: v.fallback(v.boolean(), false),
  /** Looks once a night for what has changed. */
  nightlyCatchUp: v.fallback(v.boolean(), false),
  /** Of several machines that share the models out, this is number `shardIndex` of `shardCount`, from 1. */
  shardIndex: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  shardCount: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 1),
} as const;

export type Settings = { readonly [K in keyof typeof schemas]: v.InferOutput<(typeof schemas)[K]> };

const settings = v.object(schemas);
export const settingNames = Object.keys(schemas) as (keyof Settings)[];

/** `stored` is what `storage.local.get` gave. */
export function parseSettings(stored: Record<string, unknown>): Settings {
  const entries = settingNames.map((name) => [name, stored[name]]);
  const read = v.parse(settings, Object.fromEntries(entries));
  // A machine beyond the last one would be left with no model at all.
  return read.shardIndex <= read.shardCount ? read : { ...read, shardIndex: 1, shardCount: 1 };
}
