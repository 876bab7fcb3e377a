import { isUnderWay } from '../../crawl/crawl-state';
import { formatNumber } from '../../i18n/format-number';
import { countMessage, message } from '../../i18n/message';
import { formatFilter } from '../../models/models-address';
import { everyModel } from '../../models/model-filter';
import type { Overview } from '../../store/overview';
import { cutText, inRow } from '../models/cut-text';
import { formatAddress } from '../tab/address';
import { crawlShare } from './crawl-share';

type Props = {
  readonly overview: Overview;
  readonly mostShown: number;
  /** Whether the numbers lead to the models behind them, as in the tab. */
  readonly hasLinks?: boolean;
};

/** Models that failed, by cause. Causes may quote the site, so `bdi` keeps them from reversing the text around them. */
export function ProblemList({ overview: { problems }, mostShown, hasLinks = false }: Props) {
  const shown = problems.slice(0, mostShown);
  const rest = problems.slice(mostShown).reduce((sum, { models }) => sum + models, 0);
  return (
    <dl>
      {shown.map(({ cause, models }) => (
        <div key={cause}>
          <dt>
            <bdi class="cause">{cause}</bdi>
          </dt>
          <dd>
            {hasLinks ? (
              <a
                class="text-link"
                href={formatAddress('models', formatFilter({ ...everyModel, cause: [cause] }))}
                aria-label={countMessage('problems_show', models, { cause: cutText(cause, inRow) })}
              >
                {formatNumber(models)}
              </a>
            ) : (
              formatNumber(models)
            )}
          </dd>
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
