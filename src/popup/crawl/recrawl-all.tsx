import { isUnderWay } from '../../crawl/crawl-state';
import { formatDuration } from '../../i18n/format-duration';
import { countMessage, message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import type { PageSnapshot } from '../page-snapshot';
import { likelyPause } from './likely-pause';

type Props = {
  readonly overview: Overview;
  readonly snapshot: Pick<PageSnapshot, 'settings'>;
  readonly onRead: () => void;
};

/** Rarely needed, as it costs as much as the first crawl. */
export function RecrawlAll({ overview, snapshot, onRead }: Props) {
  return (
    <div class="way">
      <h3>{message('crawl_readAgainTitle')}</h3>
      <p class="small soft">
        {message('crawl_readAgainAbout')} {costText(overview, snapshot)}
      </p>
      <div class="buttons">
        <Button label={message('crawl_readAgain')} onClick={onRead} whyNot={whyNotAgain(overview)} />
      </div>
    </div>
  );
}

function costText({ counters, host }: Overview, { settings }: Props['snapshot']): string | null {
  const lists = counters.byState.complete;
  if (lists === 0) return null;
  const atLeast = lists * likelyPause(settings, host);
  if (atLeast === 0) return countMessage('crawl_readAgainLists', lists);
  return countMessage('crawl_readAgainTime', lists, { time: formatDuration(atLeast) });
}

function whyNotAgain({ crawl, counters }: Overview): string | null {
  if (counters.byState.complete === 0) return message('crawl_readAgainNone');
  return isUnderWay(crawl) ? message('crawl_readAgainLater') : null;
}
