import { isUnderWay } from '../../crawl/crawl-state';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';
import { crawlShare } from './progress';

const words = { title: 'What went wrong', more: 'More causes', retry: 'Retry failed' };
const mostShown = { popup: 3, tab: 20 };

type Props = {
  readonly overview: Overview;
  readonly view: 'popup' | 'tab';
  readonly onRetry: () => void;
};

/** Causes may quote the site, so they stand in `bdi`: no text can turn the writing around it. */
export function Problems({ overview, view, onRetry }: Props) {
  const { problems, counters } = overview;
  if (problems.length === 0) return null;
  const models = problems.reduce((sum, { models }) => sum + models, 0);
  const shown = problems.slice(0, mostShown[view]);
  const rest = problems.slice(shown.length).reduce((sum, { models }) => sum + models, 0);
  // What is gone stays gone: with nothing else wrong there is nothing to try again.
  const canRetry = !isUnderWay(overview.crawl) && crawlShare(counters).again > 0;
  return (
    <div class="problems">
      <details open={view === 'tab'}>
        <summary>
          {words.title}: {formatCount(models, 'model')}
        </summary>
        <dl>
          {shown.map(({ cause, models }) => (
            <div key={cause}>
              <dt>
                <bdi class="cause">{cause}</bdi>
              </dt>
              <dd>{formatNumber(models)}</dd>
            </div>
          ))}
          {rest > 0 && (
            <div>
              <dt>{words.more}</dt>
              <dd>{formatNumber(rest)}</dd>
            </div>
          )}
        </dl>
      </details>
      {canRetry && <Button label={words.retry} onClick={onRetry} isQuiet />}
    </div>
  );
}
