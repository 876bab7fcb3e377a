import type { ModelCondition } from '../../dataset/filter/chosen-models';
import { formatDays } from '../../models/address-ranges';
import { facetNames, type Measure, measures, type ModelFilter, type Range } from '../../models/model-filter';
import { filterParts } from './filter-parts';

/** The filter as a dataset tells of it: one condition for each facet and range, with the words of its chips. */
export function filterConditions(filter: ModelFilter): readonly ModelCondition[] {
  const parts = filterParts(filter);
  const wordsOf = (property: string) =>
    parts
      .filter(({ key }) => key === property || key.startsWith(`${property}=`))
      .map(({ text }) => onOneLine(text));
  const text = onOneLine(filter.text);
  return [
    ...(text === '' ? [] : [{ property: 'text', contains: text, words: wordsOf('text') }]),
    ...facetNames
      .filter((facet) => filter[facet].length > 0)
      .map((facet) => ({ property: facet, anyOf: filter[facet].map(onOneLine), words: wordsOf(facet) })),
    ...measures.flatMap((measure) => {
      const range = filter[measure];
      return range ? [{ property: measure, ...limitsOf(measure, range), words: wordsOf(measure) }] : [];
    }),
  ];
}

/** An address can hold anything, and a line break in a README could begin something else. */
const onOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();

function limitsOf(measure: Measure, { min, max }: Range): Pick<ModelCondition, 'min' | 'max'> {
  const [first = '', last = ''] = measure === 'likes' ? [] : formatDays({ min, max }).split('..');
  return {
    ...(min !== null && { min: measure === 'likes' ? min : first }),
    ...(max !== null && { max: measure === 'likes' ? max : last }),
  };
}
