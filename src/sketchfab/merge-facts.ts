import { type FactOrigins, moreTrusted, type Told } from './fact-origins';
import { type FactName, factNames, factsBy, modelFacts, type ModelFacts } from './model-facts';

/**
 * What two sources say of one model, of which the first is the newer. The better source is believed, and the newer of two
 * equal ones; where one is silent, the other fills in. Facts with a rule of their own say so in `modelFacts`.
 */
export function mergeFacts(first: ModelFacts, second: ModelFacts): ModelFacts {
  return { uid: first.uid, ...mergeEach(factNames, first, second) };
}

/** What was stored before there were origins has none. */
type Sourced<Name extends FactName> = Pick<ModelFacts, Name> & { readonly origins?: FactOrigins };

/** The same of these facts alone. The origins of all others stay. */
export function mergeEach<Name extends FactName>(
  names: readonly Name[],
  first: Sourced<Name>,
  second: Sourced<Name>,
): Pick<ModelFacts, Name> & Pick<ModelFacts, 'origins'> {
  const told = names.map((name) => [name, merge(name, toldBy(first, name), toldBy(second, name))] as const);
  const known = new Map<FactName, Told<unknown>>(told);
  const originOf = (name: FactName) =>
    known.has(name) ? known.get(name)?.origin : (first.origins?.[name] ?? second.origins?.[name]);
  // In the order of the facts, so that equal facts are the same text.
  const origins = factNames
    .map((name) => [name, originOf(name)])
    .filter(([, origin]) => origin !== undefined);
  return {
    origins: Object.fromEntries(origins) as FactOrigins,
    ...factsBy(names, (name) => known.get(name)?.value as ModelFacts[Name]),
  };
}

type Merge = (first: Told<unknown>, second: Told<unknown>) => Told<unknown>;

/** What was stored before there was the fact is silent on it. */
function toldBy<Name extends FactName>(from: Sourced<Name>, name: Name): Told<unknown> {
  return { value: from[name] ?? null, origin: from.origins?.[name] };
}

function merge(name: FactName, first: Told<unknown>, second: Told<unknown>): Told<unknown> {
  if (first.value === null) return second;
  if (second.value === null) return first;
  const { merge: own = moreTrusted } = modelFacts[name] as { readonly merge?: Merge };
  return own(first, second);
}
