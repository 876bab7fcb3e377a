import { isoDateAt } from './iso-date';
import { type FactName, factsBy, factNames, modelFacts, type ModelFacts } from './model-facts';

/**
 * The facts with a day for every count that needs one: today, unless a count was seen on an earlier day. Parsers have no
 * clock, and a day from outside may be still to come.
 */
export function dateCounts<Facts extends ModelFacts>(facts: Facts, now: number): Facts {
  const today = isoDateAt(now) ?? null;
  const dated = <Name extends FactName>(name: Name): Facts[Name] => {
    const fact = facts[name];
    // A row that was stored before there was the fact has `undefined`.
    if (modelFacts[name].kind !== 'datedCount' || !fact) return fact;
    const { count, seenOn } = fact as NonNullable<ModelFacts['views']>;
    const isPast = seenOn !== null && today !== null && seenOn < today;
    return { count, seenOn: isPast ? seenOn : today } as Facts[Name];
  };
  return { ...facts, ...factsBy(factNames, dated) };
}
