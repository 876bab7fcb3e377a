import { message } from '../../i18n/message';
import { Button } from '../controls/button';
import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { whyNot } from '../why-not';

type Props = { readonly snapshot: PageSnapshot; readonly step: Step | null; readonly actions: Actions };

/** The buttons for the crawl in its present state. */
export function CrawlButtons(props: Props) {
  switch (props.snapshot.overview?.crawl.phase) {
    case 'crawling':
      return <WhileCrawling {...props} />;
    case 'paused':
      return (
        <div class="buttons">
          <Resume {...props} isWide />
          <Stop {...props} />
        </div>
      );
    case 'blocked':
      return <WhileBlocked {...props} />;
    default:
      return <WhileResting {...props} />;
  }
}

function WhileResting({ snapshot, step, actions }: Props) {
  return (
    <div class="buttons">
      <Button
        label={message('crawl_all')}
        onClick={() => actions.startCrawl('all')}
        isWide
        isFilled={step === 'start-crawl'}
        whyNot={whyNot(snapshot)}
      />
      {step === 'open-sketchfab' && <OpenSketchfab step={step} actions={actions} />}
    </div>
  );
}

/** While only the catalogue is being read, the likes of the models found can be requested, too. */
function WhileCrawling({ snapshot: { overview }, actions }: Props) {
  const isListing = overview?.crawl.scope === 'discovery' && overview.counters.models > 0;
  return (
    <div class="buttons">
      {isListing && <Button label={message('crawl_all')} onClick={() => actions.startCrawl('all')} isWide />}
      <Button label={message('crawl_pause')} onClick={actions.pauseCrawl} isWide />
      <Stop actions={actions} />
    </div>
  );
}

function WhileBlocked(props: Props) {
  const { snapshot, step, actions } = props;
  const by = snapshot.overview?.crawl.blockedBy;
  if (by === 'robots') {
    return (
      <div class="buttons">
        <Button label={message('crawl_anyway')} onClick={actions.crawlDespiteRobots} isWide />
        <Stop actions={actions} />
      </div>
    );
  }
  return (
    <div class="buttons">
      {by !== 'format' && <OpenSketchfab step={step} actions={actions} />}
      <Resume {...props} isWide={by === 'format'} />
      <Stop actions={actions} />
    </div>
  );
}

function OpenSketchfab({ step, actions }: Pick<Props, 'step' | 'actions'>) {
  const isFilled = step === 'open-sketchfab';
  return (
    <Button
      label={message('crawl_openSketchfab')}
      onClick={actions.openSketchfab}
      isWide
      isFilled={isFilled}
    />
  );
}

function Resume({ step, actions, isWide }: Props & { readonly isWide: boolean }) {
  const isFilled = step === 'start-crawl';
  return (
    <Button
      label={message('crawl_resume')}
      onClick={actions.resumeCrawl}
      isWide={isWide}
      isFilled={isFilled}
    />
  );
}

function Stop({ actions }: Pick<Props, 'actions'>) {
  return <Button label={message('crawl_stop')} onClick={actions.stopCrawl} />;
}
