import { type Counters, noCounters } from '../../store/counters';
import { Button } from '../controls/button';
import { sayCoverage } from '../crawl/progress';
import { sayNumber } from '../format/numbers';
import type { Step } from '../next-step';
import { hasRoomForDiscovery, isRestoredNews } from '../popup-layout';
import type { Actions, Snapshot } from '../snapshot';
import { whyNoDownload } from './can-export';
import { ExportNote, ExportProgress } from './export-result';
import { UserIds } from './keys/user-ids';
import { LeakNote, MentionNote } from './leak-report';
import { Choices } from './options-form';
import { sayOwnWish, sayUserIds } from './options-text';
import { SeveralMachines } from './shared-crawl';

const words = {
  title: 'Dataset',
  download: 'Download dataset',
  reset: 'Begin anew with the choices',
  honest: 'Likes are public: whoever compares can still find a person.',
};

type Props = { readonly snapshot: Snapshot; readonly step: Step | null; readonly actions: Actions };

export function DatasetRoom({ snapshot, step, actions }: Props) {
  const { overview, exporting, view, wish } = snapshot;
  const counters = overview?.counters ?? noCounters;
  return (
    <section class="room" aria-labelledby="dataset">
      <div class="title">
        <h2 id="dataset">{words.title}</h2>
        <span>{sayBeside(snapshot) ?? sayCoverage(counters)}</span>
      </div>
      {overview && <DatasetNumbers counters={counters} />}
      {view === 'tab' && <UserIds snapshot={snapshot} actions={actions} />}
      {view === 'tab' && <Choices snapshot={snapshot} actions={actions} />}
      {exporting.phase === 'running' ? (
        <ExportProgress exporting={exporting} onCancel={actions.cancelExport} />
      ) : (
        <div class="buttons">
          <Button
            label={words.download}
            onClick={actions.download}
            isWide
            isFilled={step === 'download'}
            whyNot={whyNoDownload(snapshot)}
          />
          {view === 'tab' && overview && !wish && <Button label={words.reset} onClick={actions.resetWish} />}
        </div>
      )}
      <ExportNote exporting={exporting} onOpenInTab={view === 'tab' ? null : actions.openInTab} />
      {exporting.phase === 'failed' && view === 'tab' && <LeakNote leaks={exporting.leaks ?? []} />}
      {exporting.phase === 'done' && view === 'tab' && (
        <MentionNote mentions={exporting.mentions ?? []} count={exporting.mentionCount ?? 0} />
      )}
      {hasRoomForSmallPrint(snapshot) && <SmallPrint snapshot={snapshot} />}
      {view === 'tab' && <SeveralMachines snapshot={snapshot} actions={actions} />}
    </section>
  );
}

/** In the popup, what the tab tells in full. */
function SmallPrint({ snapshot: { wish } }: Pick<Props, 'snapshot'>) {
  return (
    wish && (
      <p class="small soft">
        {sayUserIds(wish)} {words.honest}
      </p>
    )
  );
}

/** What is not as it comes is said in any case, and be it in place of the coverage. */
function sayBeside(snapshot: Snapshot): string | null {
  const { view, wish } = snapshot;
  if (view === 'tab' || !wish || hasRoomForSmallPrint(snapshot)) return null;
  return sayOwnWish(wish);
}

/** It gives way to news, and to what can be done about them, so that the popup need not scroll. */
function hasRoomForSmallPrint(snapshot: Snapshot): boolean {
  const { view, overview, hasAccess, exporting, troubles } = snapshot;
  if (view === 'tab') return false;
  const isNews =
    !hasAccess ||
    troubles.length > 0 ||
    overview?.crawl.phase === 'blocked' ||
    exporting.phase === 'done' ||
    exporting.phase === 'part-done' ||
    exporting.phase === 'failed';
  return !isNews && !hasRoomForDiscovery(snapshot) && !(overview && isRestoredNews(overview));
}

// Characters of the large size that stand side by side in the popup.
const widestRow = 24;

const datasetNumbersWords = { models: 'Models', users: 'Users', likes: 'Likes', complete: 'Complete' };

export function DatasetNumbers({ counters }: { readonly counters: Counters }) {
  const numbers = [
    [datasetNumbersWords.models, counters.models],
    [datasetNumbersWords.users, counters.users],
    [datasetNumbersWords.likes, counters.likes],
    [datasetNumbersWords.complete, counters.byState.complete],
  ] as const;
  const length = numbers.reduce((sum, [, value]) => sum + sayNumber(value).length, 0);
  return (
    <dl class={length > widestRow ? 'numbers dense' : 'numbers'}>
      {numbers.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{sayNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
