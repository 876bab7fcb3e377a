import * as v from 'valibot';
import type { Label } from '../sketchfab/label';
import { type FactName, factNames, type ModelFacts } from '../sketchfab/model-facts';
import { modelFactsShape } from '../sketchfab/model-facts-shape';

/** What of a captured model no crawl could find again: that it was captured, when, and what pages said of it. */
export type CapturedModel = ModelFacts & {
  /** ms since 1970 */
  readonly capturedAt: number;
};

/** `[uid, capturedAt, facts]` without the facts that nobody told. */
export function packCaptured(model: CapturedModel): unknown {
  const told = factNames.filter((name) => model[name] !== null);
  const facts = told.map((name) => [name, packFact(model[name])] as const);
  return [model.uid, model.capturedAt, Object.fromEntries(facts)];
}

/** Most labels have a slug equal to their name: of 50,000 models that is some megabytes less. */
function packFact(fact: ModelFacts[FactName]): unknown {
  return Array.isArray(fact)
    ? fact.map((label: Label) => (label.name === label.slug ? label.name : label))
    : fact;
}

function unpackFact(packed: unknown): unknown {
  if (!Array.isArray(packed)) return packed ?? null;
  return packed.map((label: unknown) => (typeof label === 'string' ? { name: label, slug: label } : label));
}

const entry = v.tuple([
  v.string(),
  v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  v.record(v.string(), v.unknown()),
]);

/** `undefined` for anything that `packCaptured` did not write. */
export function unpackCaptured(stored: unknown): CapturedModel | undefined {
  const read = v.safeParse(entry, stored);
  if (!read.success) return undefined;
  const [uid, capturedAt, packed] = read.output;
  const facts = factNames.map((name) => [name, unpackFact(packed[name])] as const);
  const model = v.safeParse(modelFactsShape, { uid, ...Object.fromEntries(facts) });
  return model.success ? { ...model.output, capturedAt } : undefined;
}
