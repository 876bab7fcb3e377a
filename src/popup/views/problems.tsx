import type { Overview } from '../../store/overview';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

const words = { title: 'What went wrong', more: 'More causes' };
const mostShown = { popup: 3, tab: 20 };

type Props = { readonly problems: Overview['problems']; readonly view: 'popup' | 'tab' };

/** Causes may quote the site, so they stand in `bdi`: no text can turn the writing around it. */
export function Problems({ problems, view }: Props) {
  if (problems.length === 0) return null;
  const models = problems.reduce((sum, { models }) => sum + models, 0);
  const shown = problems.slice(0, mostShown[view]);
  const rest = problems.slice(shown.length).reduce((sum, { models }) => sum + models, 0);
  return (
    <details class="problems" open={view === 'tab'}>
      <summary>
        {words.title}: {sayCount(models, 'model')}
      </summary>
      <dl>
        {shown.map(({ cause, models }) => (
          <div key={cause}>
            <dt>
              <bdi class="cause">{cause}</bdi>
            </dt>
            <dd>{sayNumber(models)}</dd>
          </div>
        ))}
        {rest > 0 && (
          <div>
            <dt>{words.more}</dt>
            <dd>{sayNumber(rest)}</dd>
          </div>
        )}
      </dl>
    </details>
  );
}
