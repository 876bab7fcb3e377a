import { noCounters } from '../../store/counters';
import { hasRoomForDiscovery } from '../decide/has-room-for-discovery';
import { isRestoredNews } from '../decide/is-restored-news';
import type { Step } from '../decide/next-step';
import { sayCoverage } from '../decide/say-coverage';
import { whyNot } from '../decide/why-not';
import type { Actions, Snapshot } from '../snapshot';
import { sayShare } from '../words/say-share';
import { Button } from './button';
import { DatasetNumbers } from './dataset-numbers';
import { ExportNote } from './export-note';

const words = {
  title: 'Dataset',
  download: 'Download dataset',
  progress: 'Export progress',
  cancel: 'Cancel',
  userIds: 'User ids leave as one-time pseudonyms.',
  honest: 'Likes are public: whoever compares can still find a person.',
};

type Props = { readonly snapshot: Snapshot; readonly step: Step | null; readonly actions: Actions };

export function DatasetRoom({ snapshot, step, actions }: Props) {
  const { overview, exporting } = snapshot;
  const counters = overview?.counters ?? noCounters;
  return (
    <section class="room" aria-labelledby="dataset">
      <div class="title">
        <h2 id="dataset">{words.title}</h2>
        <span>{sayCoverage(counters)}</span>
      </div>
      {overview && <DatasetNumbers counters={counters} />}
      {exporting.phase === 'running' ? (
        <div class="buttons">
          <progress class="wide" aria-label={words.progress} value={exporting.share} max={1} />
          <span class="small soft">{sayShare(exporting.share, 1)}</span>
          <Button label={words.cancel} onClick={actions.cancelExport} />
        </div>
      ) : (
        <div class="buttons">
          <Button
            label={words.download}
            onClick={actions.download}
            isWide
            isFilled={step === 'download'}
            whyNot={whyNot(snapshot)}
          />
        </div>
      )}
      <ExportNote exporting={exporting} />
      {hasRoomForSmallPrint(snapshot) && (
        <p class="small soft">
          {words.userIds} {words.honest}
        </p>
      )}
    </section>
  );
}

/** It gives way to news, and to what can be done about them, so that the popup need not scroll. */
function hasRoomForSmallPrint(snapshot: Snapshot): boolean {
  const { view, overview, hasAccess, exporting, troubles } = snapshot;
  if (view === 'tab') return true;
  const isNews =
    !hasAccess ||
    troubles.length > 0 ||
    overview?.crawl.phase === 'blocked' ||
    exporting.phase === 'done' ||
    exporting.phase === 'failed';
  return !isNews && !hasRoomForDiscovery(snapshot) && !(overview && isRestoredNews(overview));
}
