import type { Overview } from '../../store/overview';
import { crawlShare } from './crawl-share';
import { ModelsBar, RequestsBar } from './progress-bar';
import { requestShare } from './request-share';

type Props = { readonly overview: Overview; readonly hasLegend?: boolean };

export function CrawlProgress({ overview, hasLegend = true }: Props) {
  const requests = requestShare(overview);
  if (requests) return <RequestsBar share={requests} hasLegend={hasLegend} />;
  const models = crawlShare(overview.counters);
  return models.models > 0 ? <ModelsBar share={models} hasLegend={hasLegend} /> : null;
}
