import type { Counters } from '../../store/counters';
import { sayNumber } from '../words/say-number';

// Characters of the large size that stand side by side in the popup.
const widestRow = 24;

const words = { models: 'Models', users: 'Users', likes: 'Likes', complete: 'Complete' };

export function DatasetNumbers({ counters }: { readonly counters: Counters }) {
  const numbers = [
    [words.models, counters.models],
    [words.users, counters.users],
    [words.likes, counters.likes],
    [words.complete, counters.byState.complete],
  ] as const;
  const length = numbers.reduce((sum, [, value]) => sum + sayNumber(value).length, 0);
  return (
    <dl class={length > widestRow ? 'numbers dense' : 'numbers'}>
      {numbers.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{sayNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
