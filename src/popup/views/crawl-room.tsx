import { crawlShare } from '../decide/crawl-share';
import type { Step } from '../decide/next-step';
import { whyNotCrawl } from '../decide/why-not';
import type { Actions, Snapshot } from '../snapshot';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';
import { Button } from './button';
import { CrawlBar } from './crawl-bar';
import { Problems } from './problems';

const words = {
  title: 'Crawl',
  crawlAll: 'Crawl all',
  pause: 'Pause',
  resume: 'Resume',
  stop: 'Stop',
  openSketchfab: 'Open Sketchfab',
};

type Props = { readonly snapshot: Snapshot; readonly step: Step | null; readonly actions: Actions };

export function CrawlRoom({ snapshot, step, actions }: Props) {
  const { overview, view } = snapshot;
  const share = overview && crawlShare(overview.counters);
  return (
    <section class="room" aria-labelledby="crawl">
      <div class="title">
        <h2 id="crawl">{words.title}</h2>
        {share && share.models > 0 && (
          <span>
            {sayNumber(share.settled)} of {sayCount(share.models, 'model')}
          </span>
        )}
      </div>
      {share && share.models > 0 && <CrawlBar share={share} />}
      <CrawlButtons snapshot={snapshot} step={step} actions={actions} />
      {overview && <Problems problems={overview.problems} view={view} />}
    </section>
  );
}

function CrawlButtons({ snapshot, step, actions }: Props) {
  const phase = snapshot.overview?.crawl.phase ?? 'idle';
  const openSketchfab = (
    <Button
      label={words.openSketchfab}
      onClick={actions.openSketchfab}
      isWide
      isFilled={step === 'open-sketchfab'}
    />
  );
  const stop = <Button label={words.stop} onClick={actions.stopCrawl} />;
  if (phase === 'crawling') {
    return (
      <div class="buttons">
        <Button label={words.pause} onClick={actions.pauseCrawl} isWide />
        {stop}
      </div>
    );
  }
  if (phase === 'paused' || phase === 'blocked') {
    return (
      <div class="buttons">
        {phase === 'blocked' && openSketchfab}
        <Button
          label={words.resume}
          onClick={actions.startCrawl}
          isWide={phase !== 'blocked'}
          isFilled={step === 'start-crawl'}
        />
        {stop}
      </div>
    );
  }
  return (
    <div class="buttons">
      <Button
        label={words.crawlAll}
        onClick={actions.startCrawl}
        isWide
        isFilled={step === 'start-crawl'}
        whyNot={whyNotCrawl(snapshot)}
      />
      {step === 'open-sketchfab' && openSketchfab}
    </div>
  );
}
