import type { ListUse } from '../../dataset/excluded-people';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

const advice =
  'Check the spelling, or give the id. The names of people in imported datasets are not known: only their id leaves them out.';

/** Who asked to be left out and was not found may be in the file all the same; `null` when all were found. */
export function sayUnknownExclusions({ listed, unknown }: ListUse): { found: string; advice: string } | null {
  if (unknown === 0) return null;
  const verb = unknown === 1 ? 'is' : 'are';
  return {
    found: `${sayNumber(unknown)} of the ${sayCount(listed, 'line')} on your list to leave out ${verb} no user and no model known here.`,
    advice,
  };
}
