import { isUnderWay } from '../../crawl/crawl-state';
import type { Overview } from '../../store/overview';
import { Button } from '../controls/button';
import { formatCount } from '../format/numbers';
import { formatDuration } from '../../i18n/format-duration';
import type { PageSnapshot } from '../page-snapshot';
import { likelyPause } from './estimates';

const words = {
  read: 'Read every list again',
  about:
    'Crawl all reads only lists whose number of likes has changed. This reads each from its front, and records which likes were taken back.',
};

type Props = {
  readonly overview: Overview;
  readonly snapshot: Pick<PageSnapshot, 'settings'>;
  readonly onRead: () => void;
};

/** Seldom wanted, as it costs as much as the first crawl: offered once there is a list to read again. */
export function ReadAnew({ overview, snapshot: { settings }, onRead }: Props) {
  const lists = overview.counters.byState.complete;
  if (isUnderWay(overview.crawl) || lists === 0) return null;
  const atLeast = lists * likelyPause(settings, overview.host);
  const time = atLeast === 0 ? '' : `, ${formatDuration(atLeast)} at least`;
  return (
    <div>
      <Button label={words.read} onClick={onRead} isQuiet />
      <p class="small soft">
        {words.about} {formatCount(lists, 'complete list')}
        {time}.
      </p>
    </div>
  );
}
