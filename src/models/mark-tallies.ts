import type { ModelColumns } from './columns/model-columns';
import { matches, type Mismatches } from './match-rows';
import { type FixedFacet, fixedValues } from './model-filter';
import type { MarkTally } from './models-answer';

const facets = ['public', 'leftOut', 'noAi', 'restricted'] as const satisfies FixedFacet[];

/** Counts the models that match by what a dataset may leave them out for. */
export function tallyMarks({ fixed }: ModelColumns, mismatches: Mismatches): readonly MarkTally[] {
  const counts = new Uint32Array(1 << facets.length);
  const yes = facets.map((facet) => (fixedValues[facet] as readonly string[]).indexOf('yes'));
  for (let row = 0; row < mismatches.length; row += 1) {
    if (!matches(mismatches, row)) continue;
    let marks = 0;
    for (const [bit, facet] of facets.entries()) if (fixed[facet][row] === yes[bit]) marks |= 1 << bit;
    counts[marks]! += 1;
  }
  const has = (marks: number, facet: (typeof facets)[number]) => ((marks >> facets.indexOf(facet)) & 1) === 1;
  return Array.from(counts, (count, marks) => ({
    isPublic: has(marks, 'public'),
    isLeftOut: has(marks, 'leftOut'),
    isNoAi: has(marks, 'noAi'),
    isRestricted: has(marks, 'restricted'),
    count,
  })).filter(({ count }) => count > 0);
}
