import { isUnderWay } from '../../crawl/crawl-state';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { formatDuration } from '../../i18n/format-duration';
import { countMessage, message } from '../../i18n/message';
import type { PageSnapshot } from '../page-snapshot';
import { likelyPause } from './likely-pause';

type Props = {
  readonly overview: Overview;
  readonly snapshot: Pick<PageSnapshot, 'settings'>;
  readonly onRead: () => void;
};

/** Rarely needed, as it costs as much as the first crawl. Offered once there is a list to read again. */
export function RecrawlAll({ overview, snapshot: { settings }, onRead }: Props) {
  const lists = overview.counters.byState.complete;
  if (isUnderWay(overview.crawl) || lists === 0) return null;
  const atLeast = lists * likelyPause(settings, overview.host);
  const cost =
    atLeast === 0
      ? countMessage('crawl_readAgainLists', lists)
      : countMessage('crawl_readAgainTime', lists, { time: formatDuration(atLeast) });
  return (
    <div>
      <Button label={message('crawl_readAgain')} onClick={onRead} isQuiet />
      <p class="small soft">
        {message('crawl_readAgainAbout')} {cost}
      </p>
    </div>
  );
}
