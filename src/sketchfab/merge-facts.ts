import { type FactName, factNames, factsBy, modelFacts, type ModelFacts } from './model-facts';

/** What two sources say of one model: the first is believed, the second fills where it is silent. */
export function mergeFacts(first: ModelFacts, second: ModelFacts): ModelFacts {
  return { uid: first.uid, ...mergeEach(factNames, first, second) };
}

/** The same of these facts alone. */
export function mergeEach<Name extends FactName>(
  names: readonly Name[],
  first: Pick<ModelFacts, Name>,
  second: Pick<ModelFacts, Name>,
): Pick<ModelFacts, Name> {
  return factsBy(names, (name) => mergeFact(name, first[name], second[name]) as ModelFacts[Name]);
}

type Merge = (first: unknown, second: unknown) => unknown;

const believeFirst: Merge = (first) => first;

/** Both are values of this fact. `undefined` stands in a row that was stored before there was the fact. */
function mergeFact(name: FactName, first: unknown, second: unknown): unknown {
  const [one, other] = [first ?? null, second ?? null];
  if (one === null || other === null) return one ?? other;
  const { merge = believeFirst } = modelFacts[name] as { readonly merge?: Merge };
  return merge(one, other);
}
