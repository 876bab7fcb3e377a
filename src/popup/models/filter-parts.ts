import { formatDay } from '../../i18n/format-day';
import { formatNumber } from '../../i18n/format-number';
import { message } from '../../i18n/message';
import { facetNames, type Measure, measures, type ModelFilter, type Range } from '../../models/model-filter';
import { withValues } from './change-filter';
import { cutText } from './cut-text';
import { facetTitle, groupName, valueName } from './facet-words';
import { groupOf, stateGroups, statesOf } from './state-groups';

/** A part of the filter, which can be taken away alone. */
export type FilterPart = {
  readonly key: string;
  readonly text: string;
  /** The filter without it. */
  readonly without: ModelFilter;
};

const msPerDay = 86_400_000;
/** More does not fit on a narrow window. */
const inChip = 60;

export function filterParts(filter: ModelFilter): readonly FilterPart[] {
  const text = filter.text.trim();
  return [
    ...(text === ''
      ? []
      : [
          {
            key: 'text',
            text: message('models_textPart', { text: cutText(text, inChip) }),
            without: { ...filter, text: '' },
          },
        ]),
    ...stateParts(filter),
    ...facetNames
      .filter((facet) => facet !== 'state')
      .flatMap((facet) =>
        filter[facet].map((value) => ({
          key: `${facet}=${value}`,
          text: partText(facetTitle(facet), cutText(valueName(facet, value), inChip)),
          without: withValues(filter, facet, [value], false),
        })),
      ),
    ...measures.flatMap((measure) => {
      const range = filter[measure];
      if (!range) return [];
      return [{ key: measure, text: rangeText(measure, range), without: { ...filter, [measure]: null } }];
    }),
  ];
}

function stateParts(filter: ModelFilter): readonly FilterPart[] {
  return stateGroups
    .filter((group) => filter.state.some((state) => groupOf(state) === group))
    .map((group) => ({
      key: `state=${group}`,
      text: partText(facetTitle('state'), groupName(group)),
      without: withValues(filter, 'state', statesOf(group), false),
    }));
}

const partText = (facet: string, value: string) => message('models_part', { facet, value });

export const measureTitle = (measure: Measure) =>
  message(({ likes: 'models_likes', added: 'models_captured', read: 'models_read' } as const)[measure]);

function rangeText(measure: Measure, { min, max }: Range): string {
  return partText(measureTitle(measure), rangeWords(measure, min, max));
}

/** "10 to 199", "500 or more", "Nov 17, 2026". */
export function rangeWords(measure: Measure, min: number | null, max: number | null): string {
  const isLikes = measure === 'likes';
  const word = (number: number) => (isLikes ? formatNumber(number) : formatDay(number * msPerDay));
  if (min !== null && max !== null) {
    return min === max ? word(min) : message('models_range', { min: word(min), max: word(max) });
  }
  if (min !== null) return message(isLikes ? 'models_orMore' : 'models_sinceDay', { min: word(min) });
  return max === null ? '' : message(isLikes ? 'models_upTo' : 'models_untilDay', { max: word(max) });
}
