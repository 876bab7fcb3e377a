import type { Overview } from '../../store/overview';
import { isRestoredNews } from '../decide/is-restored-news';
import { sayClock } from '../words/say-clock';
import { sayCount } from '../words/say-count';

type Props = { readonly overview: Overview | null; readonly now: number };

/** What became of a database that the browser lost. */
export function RestoredNotice({ overview, now }: Props) {
  if (!overview?.restored || !isRestoredNews(overview)) return null;
  const { at, models, lost } = overview.restored;
  return (
    <p class="notice small">
      This browser had lost its data ({sayClock(at, now)}).{' '}
      {models > 0 &&
        `${sayCount(models, 'captured model')} came back from a second copy, and their likes have to be crawled again. `}
      {lost > 0 && `${sayCount(lost, 'model')} could not be brought back.`}
    </p>
  );
}
