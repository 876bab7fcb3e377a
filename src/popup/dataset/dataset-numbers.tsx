import { formatNumber } from '../../i18n/format-number';
import { message } from '../../i18n/message';
import type { Counters } from '../../store/counters';

// The number of large characters that fit into a row of the popup.
const widestRow = 24;

export function DatasetNumbers({ counters }: { readonly counters: Counters }) {
  const numbers = [
    [message('dataset_models'), counters.models],
    [message('dataset_users'), counters.users],
    [message('dataset_likes'), counters.likes],
    [message('dataset_complete'), counters.byState.complete],
  ] as const;
  const length = numbers.reduce((sum, [, value]) => sum + formatNumber(value).length, 0);
  return (
    <dl class={length > widestRow ? 'numbers dense' : 'numbers'}>
      {numbers.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
