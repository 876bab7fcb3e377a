import { language } from '../../i18n/language';
import { formatNumber } from '../../i18n/format-number';
import { message } from '../../i18n/message';
import type { Measure } from '../../models/model-filter';
import type { Bin } from '../../models/models-answer';

const msPerDay = 86_400_000;

/** What stands below the first, a middle and the last bar: more has no space. */
export function axisLabels(measure: Measure, bins: readonly Bin[]): readonly string[] {
  const [first, middle, last] = [bins[0], bins[Math.floor(bins.length / 2)], bins.at(-1)];
  if (!first || !middle || !last) return [];
  if (measure !== 'likes') return [shortDay(first.min), shortDay(last.max)];
  const ends = [formatNumber(first.min), message('models_andMore', { min: last.min })] as const;
  return bins.length < 5 ? ends : [ends[0], formatNumber(middle.min), ends[1]];
}

/** "Nov 17", in UTC. */
function shortDay(day: number): string {
  const format = new Intl.DateTimeFormat(language(), { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return format.format(day * msPerDay);
}
