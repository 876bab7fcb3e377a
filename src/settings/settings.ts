import * as v from 'valibot';

/**
 * The user's settings, each under its own key in `browser.storage.local`. A missing or invalid value reads as the default,
 * which is defined only here.
 */
const schemas = {
  /** Before the user has agreed, nothing is captured or requested. */
  consent: v.fallback(v.boolean(), false),
  /** The day of the privacy policy that the user agreed to or was told of, as YYYY-MM-DD; `null` if that is not known. */
  privacySeen: v.fallback(v.nullable(v.pipe(v.string(), v.isoDate())), null),
  autoCapture: v.fallback(v.boolean(), true),
  /** Milliseconds between two requests. 0 is for tests and benchmarks. */
  crawlDelayMs: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600_000)), 1_000),
  /** Requests in flight. More than one is for tests and benchmarks. */
  crawlConcurrency: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8)), 1),
  /** The minimum number of likes for "Find most liked models". The crawl of 2016 stopped at 5. */
  minimumLikes: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000)), 5),
  /** The user knows that robots.txt disallows crawling and wants to crawl all the same. */
  crawlDespiteRobots: v.fallback(v.boolean(), false),
  /** Sends the user's own Sketchfab cookies with requests, which helps if the site's bot check recognises them. */
  useCookies: v.fallback(v.boolean(), false),
  /** Crawls for changes once a night. */
  nightlyCatchUp: v.fallback(v.boolean(), false),
  /** Models are divided among `shardCount` machines. This is number `shardIndex`, from 1. */
  shardIndex: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1)), 1),
  shardCount: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000)), 1),
} as const;

export type Settings = { readonly [K in keyof typeof schemas]: v.InferOutput<(typeof schemas)[K]> };

const settings = v.object(schemas);
export const settingNames = Object.keys(schemas) as (keyof Settings)[];

/** `stored` is the result of `storage.local.get`. */
export function parseSettings(stored: Record<string, unknown>): Settings {
  const entries = settingNames.map((name) => [name, stored[name]]);
  const read = v.parse(settings, Object.fromEntries(entries));
  // A machine beyond the last one would have no models at all.
  return read.shardIndex <= read.shardCount ? read : { ...read, shardIndex: 1, shardCount: 1 };
}
