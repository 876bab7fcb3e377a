import { message } from '../../i18n/message';
import { DiscoverySection } from '../crawl/discovery-section';
import { RecrawlAll } from '../crawl/recrawl-all';
import { ImportSection } from '../import/import-section';
import type { Actions, PageSnapshot } from '../page-snapshot';

type Props = {
  readonly snapshot: PageSnapshot;
  readonly actions: Actions;
  /** Its second step finds models, and there is nothing to read again. */
  readonly isFirstDay: boolean;
};

export function CollectMore({ snapshot, actions, isFirstDay }: Props) {
  const { overview, hasAccess } = snapshot;
  return (
    <section class="block" aria-labelledby="collect-more">
      <div class="title">
        <h2 id="collect-more">{message('overview_collectMore')}</h2>
      </div>
      <div class="ways">
        {overview && hasAccess && !isFirstDay && (
          <>
            <DiscoverySection overview={overview} snapshot={snapshot} actions={actions} />
            <RecrawlAll overview={overview} snapshot={snapshot} onRead={() => actions.startCrawl('anew')} />
          </>
        )}
        <ImportSection snapshot={snapshot} actions={actions} />
      </div>
    </section>
  );
}
