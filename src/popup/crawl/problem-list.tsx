import { isUnderWay } from '../../crawl/crawl-state';
import { formatNumber } from '../../i18n/format-number';
import { message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import { crawlShare } from './crawl-share';

type Props = { readonly overview: Overview; readonly mostShown: number };

/** Models that failed, by cause. Causes may quote the site, so `bdi` keeps them from reversing the text around them. */
export function ProblemList({ overview: { problems }, mostShown }: Props) {
  const shown = problems.slice(0, mostShown);
  const rest = problems.slice(mostShown).reduce((sum, { models }) => sum + models, 0);
  return (
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
  );
}

export const problemModels = ({ problems }: Overview): number =>
  problems.reduce((sum, { models }) => sum + models, 0);

/** Deleted models stay deleted. If nothing else is wrong, there is nothing to retry. */
export const canRetry = ({ crawl, counters }: Overview): boolean =>
  !isUnderWay(crawl) && crawlShare(counters).again > 0;
