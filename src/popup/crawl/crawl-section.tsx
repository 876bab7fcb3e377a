import { countMessage, message } from '../../i18n/message';
import type { Overview } from '../../store/overview';
import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { fitsDiscovery } from '../popup-layout';
import { CookiesSwitch, isWalled } from './cookies-switch';
import { CrawlButtons } from './crawl-buttons';
import { CrawlProgress } from './crawl-progress';
import { crawlShare } from './crawl-share';
import { Discovery } from './discovery-section';
import { Problems } from './problems';
import { requestShare } from './request-share';

type Props = { readonly snapshot: PageSnapshot; readonly step: Step | null; readonly actions: Actions };

export function CrawlSection({ snapshot, step, actions }: Props) {
  const { overview, hasAccess } = snapshot;
  return (
    <section class="section" aria-labelledby="crawl">
      <div class="title">
        <h2 id="crawl">{message('crawl_title')}</h2>
        {overview && <span>{titleText(overview)}</span>}
      </div>
      {overview && <CrawlProgress overview={overview} />}
      <CrawlButtons snapshot={snapshot} step={step} actions={actions} />
      {hasAccess && overview && isWalled(overview) && <CookiesSwitch snapshot={snapshot} actions={actions} />}
      {overview && fitsDiscovery(snapshot) && (
        <Discovery overview={overview} snapshot={snapshot} actions={actions} />
      )}
      {overview && <Problems overview={overview} onRetry={() => actions.startCrawl('failed')} />}
    </section>
  );
}

function titleText(overview: Overview): string | null {
  if (requestShare(overview)) return message('crawl_lookingForChanges');
  const { settled, models } = crawlShare(overview.counters);
  return models === 0 ? null : countMessage('crawl_settled', models, { settled });
}
