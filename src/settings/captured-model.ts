import * as v from 'valibot';
import type { Label } from '../sketchfab/label';
import { type FactName, factNames, type ModelFacts } from '../sketchfab/model-facts';
import { modelFactsShape } from '../sketchfab/model-facts-shape';

/** What no crawl could find again about a captured model: that and when it was captured, and its facts from pages. */
export type CapturedModel = ModelFacts & {
  /** ms since 1970 */
  readonly capturedAt: number;
};

/** `[uid, capturedAt, facts]`, without unknown facts, and without origins: what the copy says is trusted least. */
export function packCaptured(model: CapturedModel): unknown {
  const known = factNames.filter((name) => model[name] !== null);
  const facts = known.map((name) => [name, packFact(model[name])] as const);
  return [model.uid, model.capturedAt, Object.fromEntries(facts)];
}

/** Most labels have a slug equal to their name. Leaving it out saves some megabytes for 50,000 models. */
function packFact(fact: ModelFacts[FactName]): unknown {
  return Array.isArray(fact)
    ? fact.map((label: Label) => (label.name === label.slug ? label.name : label))
    : fact;
}

function unpackFact(packed: unknown): unknown {
  if (!Array.isArray(packed)) return packed ?? null;
  return packed.map((label: unknown) => (typeof label === 'string' ? { name: label, slug: label } : label));
}

/** In ms. There are no later dates, and formatting one throws. */
const latestDate = 8.64e15;

const entry = v.tuple([
  v.string(),
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(latestDate)),
  v.record(v.string(), v.unknown()),
]);

/** The model that `packCaptured` has packed; `undefined` for anything else. */
export function unpackCaptured(stored: unknown): CapturedModel | undefined {
  const read = v.safeParse(entry, stored);
  if (!read.success) return undefined;
  const [uid, capturedAt, packed] = read.output;
  const facts = factNames.map((name) => [name, unpackFact(packed[name])] as const);
  const model = v.safeParse(modelFactsShape, { uid, origins: {}, ...Object.fromEntries(facts) });
  return model.success ? { ...model.output, capturedAt } : undefined;
}
