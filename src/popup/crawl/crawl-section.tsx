import type { Overview } from '../../store/overview';
import { formatNumber } from '../../i18n/format-number';
import { formatCount } from '../format/numbers';
import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { fitsDiscovery } from '../popup-layout';
import { CookiesSwitch, isWalled } from './cookies-switch';
import { CrawlButtons } from './crawl-buttons';
import { Discovery } from './discovery-section';
import { Problems } from './problems';
import { crawlShare, requestShare } from './progress';
import { ModelsBar, RequestsBar } from './progress-bar';
import { ReadAnew } from './recrawl-all';

const words = { title: 'Crawl', changes: 'looking for changes' };

type Props = { readonly snapshot: PageSnapshot; readonly step: Step | null; readonly actions: Actions };

export function CrawlSection({ snapshot, step, actions }: Props) {
  const { overview, view, hasAccess } = snapshot;
  return (
    <section class="section" aria-labelledby="crawl">
      <div class="title">
        <h2 id="crawl">{words.title}</h2>
        {overview && <span>{titleText(overview)}</span>}
      </div>
      {overview && <Progress overview={overview} />}
      <CrawlButtons snapshot={snapshot} step={step} actions={actions} />
      {hasAccess && overview && isWalled(overview) && <CookiesSwitch snapshot={snapshot} actions={actions} />}
      {overview && fitsDiscovery(snapshot) && (
        <Discovery overview={overview} snapshot={snapshot} actions={actions} />
      )}
      {overview && <Problems overview={overview} view={view} onRetry={() => actions.startCrawl('failed')} />}
      {overview && view === 'tab' && (
        <ReadAnew overview={overview} snapshot={snapshot} onRead={() => actions.startCrawl('anew')} />
      )}
    </section>
  );
}

function Progress({ overview }: { readonly overview: Overview }) {
  const requests = requestShare(overview);
  if (requests) return <RequestsBar share={requests} />;
  const models = crawlShare(overview.counters);
  return models.models > 0 ? <ModelsBar share={models} /> : null;
}

function titleText(overview: Overview): string | null {
  if (requestShare(overview)) return words.changes;
  const { settled, models } = crawlShare(overview.counters);
  return models === 0 ? null : `${formatNumber(settled)} of ${formatCount(models, 'model')}`;
}
