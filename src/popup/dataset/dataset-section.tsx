import { message } from '../../i18n/message';
import { noCounters } from '../../store/counters';
import { Button } from '../controls/button';
import { coverageText } from '../crawl/coverage-text';
import type { Step } from '../next-step';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { fitsDiscovery, isRestoredNews } from '../popup-layout';
import { whyNoDownload } from './can-export';
import { DatasetNumbers } from './dataset-numbers';
import { ExportProgress } from './export-progress';
import { ExportResult } from './export-result';
import { briefNotPublicText, notPublicText } from './not-public-text';
import { ownOptionsText, userIdsText } from './options-text';

type Props = { readonly snapshot: PageSnapshot; readonly step: Step | null; readonly actions: Actions };

/** The dataset in the popup, and how to get it. */
export function DatasetSection({ snapshot, step, actions }: Props) {
  const { overview, exporting } = snapshot;
  const counters = overview?.counters ?? noCounters;
  return (
    <section class="section" aria-labelledby="dataset">
      <div class="title">
        <h2 id="dataset">{message('dataset_title')}</h2>
        <span>{optionsBesideTitle(snapshot) ?? coverageText(counters) ?? briefNotPublicText(snapshot)}</span>
      </div>
      {overview && <DatasetNumbers counters={counters} />}
      {exporting.phase === 'running' ? (
        <ExportProgress exporting={exporting} onCancel={actions.cancelExport} />
      ) : (
        <div class="buttons">
          <Button
            label={message('dataset_download')}
            onClick={actions.download}
            isWide
            isFilled={step === 'download'}
            whyNot={whyNoDownload(snapshot)}
          />
        </div>
      )}
      <ExportResult exporting={exporting} reported={[]} onOpenInTab={actions.openInTab} />
      {fitsSmallPrint(snapshot) && <SmallPrint snapshot={snapshot} />}
    </section>
  );
}

/** The short form of what the tab shows in full. */
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
  const { exportOptions } = snapshot;
  if (!exportOptions || fitsSmallPrint(snapshot)) return null;
  return ownOptionsText(exportOptions);
}

/** Hidden when notices and their buttons need the space, so that the popup never scrolls. */
function fitsSmallPrint(snapshot: PageSnapshot): boolean {
  const { overview, settings, hasAccess, exporting, errors } = snapshot;
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
