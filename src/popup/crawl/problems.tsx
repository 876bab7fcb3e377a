import { isUnderWay } from '../../crawl/crawl-state';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { formatNumber } from '../../i18n/format-number';
import { countMessage, message } from '../../i18n/message';
import { crawlShare } from './crawl-share';

const mostShown = { popup: 3, tab: 20 };

type Props = {
  readonly overview: Overview;
  readonly view: 'popup' | 'tab';
  readonly onRetry: () => void;
};

/** Causes may quote the site, so `bdi` keeps them from reversing the text around them. */
export function Problems({ overview, view, onRetry }: Props) {
  const { problems, counters } = overview;
  if (problems.length === 0) return null;
  const models = problems.reduce((sum, { models }) => sum + models, 0);
  const shown = problems.slice(0, mostShown[view]);
  const rest = problems.slice(shown.length).reduce((sum, { models }) => sum + models, 0);
  // Deleted models stay deleted. If nothing else is wrong, there is nothing to retry.
  const canRetry = !isUnderWay(overview.crawl) && crawlShare(counters).again > 0;
  return (
    <div class="problems">
      <details open={view === 'tab'}>
        <summary>{countMessage('problems_title', models)}</summary>
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
              <dt>{message('problems_others')}</dt>
              <dd>{formatNumber(rest)}</dd>
            </div>
          )}
        </dl>
      </details>
      {canRetry && <Button label={message('problems_retry')} onClick={onRetry} isQuiet />}
    </div>
  );
}
