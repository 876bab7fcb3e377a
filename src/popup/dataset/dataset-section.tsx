import { message } from '../../i18n/message';
import { noCounters } from '../../store/counters';
import { Button } from '../controls/button';
import { coverageText } from '../crawl/coverage-text';
import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { fitsDiscovery, isRestoredNews } from '../popup-layout';
import { whyNoDownload } from './can-export';
import { DatasetNumbers } from './dataset-numbers';
import { ExclusionReport, reportedEntries } from './exclusion-report';
import { ExportProgress } from './export-progress';
import { ExportResult } from './export-result';
import { UserIds } from './keys/user-ids';
import { LeakReport } from './leak-report';
import { MentionedNames } from './mentioned-names';
import { briefNotPublicText, notPublicText } from './not-public-text';
import { OptionsForm } from './options-form';
import { ownOptionsText, userIdsText } from './options-text';
import { SharedCrawl } from './shared-crawl';

type Props = { readonly snapshot: PageSnapshot; readonly step: Step | null; readonly actions: Actions };

export function DatasetSection({ snapshot, step, actions }: Props) {
  const { overview, exporting, view } = snapshot;
  const counters = overview?.counters ?? noCounters;
  const notPublic = notPublicText(snapshot);
  return (
    <section class="section" aria-labelledby="dataset">
      <div class="title">
        <h2 id="dataset">{message('dataset_title')}</h2>
        <span>{optionsBesideTitle(snapshot) ?? coverageText(counters) ?? briefNotPublicText(snapshot)}</span>
      </div>
      {overview && <DatasetNumbers counters={counters} />}
      {view === 'tab' && notPublic !== null && <p class="small soft">{notPublic}</p>}
      {view === 'tab' && <UserIds snapshot={snapshot} actions={actions} />}
      {view === 'tab' && <OptionsForm snapshot={snapshot} actions={actions} />}
      {view === 'tab' && <ExclusionReport report={snapshot.exclusionReport} />}
      {exporting.phase === 'running' ? (
        <ExportProgress exporting={exporting} onCancel={actions.cancelExport} />
      ) : (
        <DownloadButtons snapshot={snapshot} step={step} actions={actions} />
      )}
      <ExportResult
        exporting={exporting}
        reported={view === 'tab' ? reportedEntries(snapshot.exclusionReport) : []}
        onOpenInTab={view === 'tab' ? null : actions.openInTab}
      />
      {view === 'tab' && exporting.phase === 'failed' && exporting.failure.code === 'leaks' && (
        <LeakReport leaks={exporting.failure.leaks} />
      )}
      {view === 'tab' && exporting.phase === 'done' && (
        <MentionedNames names={exporting.mentions ?? []} count={exporting.mentionCount ?? 0} />
      )}
      {fitsSmallPrint(snapshot) && <SmallPrint snapshot={snapshot} />}
      {view === 'tab' && <SharedCrawl snapshot={snapshot} actions={actions} />}
    </section>
  );
}

function DownloadButtons({ snapshot, step, actions }: Props) {
  const { view, overview, exportOptions } = snapshot;
  return (
    <div class="buttons">
      <Button
        label={message('dataset_download')}
        onClick={actions.download}
        isWide
        isFilled={step === 'download'}
        whyNot={whyNoDownload(snapshot)}
      />
      {view === 'tab' && overview && !exportOptions && (
        <Button label={message('dataset_resetOptions')} onClick={actions.resetExportOptions} />
      )}
    </div>
  );
}

/** The popup's short form of what the tab shows in full. */
function SmallPrint({ snapshot }: Pick<Props, 'snapshot'>) {
  const { exportOptions, overview } = snapshot;
  // Before the first list is read, the title line says it.
  const notPublic = overview && coverageText(overview.counters) !== null ? notPublicText(snapshot) : null;
  const ids = exportOptions && `${userIdsText(exportOptions)} ${message('dataset_disclaimer')}`;
  const text = notPublic ?? ids;
  return text !== null && <p class="small soft">{text}</p>;
}

/** Options that are not the default are always shown, even in place of the coverage. */
function optionsBesideTitle(snapshot: PageSnapshot): string | null {
  const { view, exportOptions } = snapshot;
  if (view === 'tab' || !exportOptions || fitsSmallPrint(snapshot)) return null;
  return ownOptionsText(exportOptions);
}

/** Hidden when notices and their buttons need the space, so that the popup never scrolls. */
function fitsSmallPrint(snapshot: PageSnapshot): boolean {
  const { view, overview, settings, hasAccess, exporting, errors } = snapshot;
  if (view === 'tab') return false;
  const isNews =
    !settings.consent ||
    !hasAccess ||
    errors.length > 0 ||
    overview?.crawl.phase === 'blocked' ||
    exporting.phase === 'done' ||
    exporting.phase === 'part-done' ||
    exporting.phase === 'failed';
  return !isNews && !fitsDiscovery(snapshot) && !(overview && isRestoredNews(overview));
}
