import { type Counters, noCounters } from '../../store/counters';
import { Button } from '../controls/button';
import { coverageText } from '../crawl/progress';
import { formatNumber } from '../../i18n/format-number';
import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { fitsDiscovery, isRestoredNews } from '../popup-layout';
import { whyNoDownload } from './can-export';
import { ExportNote, ExportProgress } from './export-result';
import { UserIds } from './keys/user-ids';
import { LeakNote, MentionNote } from './leak-report';
import { OptionsForm } from './options-form';
import { ownOptionsText, userIdsText } from './options-text';
import { SeveralMachines } from './shared-crawl';

const words = {
  title: 'Dataset',
  download: 'Download dataset',
  reset: 'Begin anew with the choices',
  honest: 'Likes are public: whoever compares can still find a person.',
};

type Props = { readonly snapshot: PageSnapshot; readonly step: Step | null; readonly actions: Actions };

export function DatasetSection({ snapshot, step, actions }: Props) {
  const { overview, exporting, view, exportOptions } = snapshot;
  const counters = overview?.counters ?? noCounters;
  return (
    <section class="section" aria-labelledby="dataset">
      <div class="title">
        <h2 id="dataset">{words.title}</h2>
        <span>{besideText(snapshot) ?? coverageText(counters)}</span>
      </div>
      {overview && <DatasetNumbers counters={counters} />}
      {view === 'tab' && <UserIds snapshot={snapshot} actions={actions} />}
      {view === 'tab' && <OptionsForm snapshot={snapshot} actions={actions} />}
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
          {view === 'tab' && overview && !exportOptions && (
            <Button label={words.reset} onClick={actions.resetExportOptions} />
          )}
        </div>
      )}
      <ExportNote exporting={exporting} onOpenInTab={view === 'tab' ? null : actions.openInTab} />
      {exporting.phase === 'failed' && view === 'tab' && <LeakNote leaks={exporting.leaks ?? []} />}
      {exporting.phase === 'done' && view === 'tab' && (
        <MentionNote mentions={exporting.mentions ?? []} count={exporting.mentionCount ?? 0} />
      )}
      {fitsSmallPrint(snapshot) && <SmallPrint snapshot={snapshot} />}
      {view === 'tab' && <SeveralMachines snapshot={snapshot} actions={actions} />}
    </section>
  );
}

/** In the popup, what the tab tells in full. */
function SmallPrint({ snapshot: { exportOptions } }: Pick<Props, 'snapshot'>) {
  return (
    exportOptions && (
      <p class="small soft">
        {userIdsText(exportOptions)} {words.honest}
      </p>
    )
  );
}

/** What is not as it comes is said in any case, and be it in place of the coverage. */
function besideText(snapshot: PageSnapshot): string | null {
  const { view, exportOptions } = snapshot;
  if (view === 'tab' || !exportOptions || fitsSmallPrint(snapshot)) return null;
  return ownOptionsText(exportOptions);
}

/** It gives way to news, and to what can be done about them, so that the popup need not scroll. */
function fitsSmallPrint(snapshot: PageSnapshot): boolean {
  const { view, overview, hasAccess, exporting, errors } = snapshot;
  if (view === 'tab') return false;
  const isNews =
    !hasAccess ||
    errors.length > 0 ||
    overview?.crawl.phase === 'blocked' ||
    exporting.phase === 'done' ||
    exporting.phase === 'part-done' ||
    exporting.phase === 'failed';
  return !isNews && !fitsDiscovery(snapshot) && !(overview && isRestoredNews(overview));
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
  const length = numbers.reduce((sum, [, value]) => sum + formatNumber(value).length, 0);
  return (
    <dl class={length > widestRow ? 'numbers dense' : 'numbers'}>
      {numbers.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{formatNumber(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
