import { message } from '../../i18n/message';
import { Button } from '../controls/button';
import type { PageSnapshot } from '../page-snapshot';
import type { ViewProps } from '../tab/view-props';
import { whyNoDownload } from './can-export';
import { reportedEntries } from './exclusion-report';
import { ExportProgress } from './export-progress';
import { ExportResult } from './export-result';
import { LeakReport } from './leak-report';
import { MentionedNames } from './mentioned-names';

/** The button of the tab; during an export, its progress. */
export function DownloadRow({ snapshot, step, actions }: ViewProps) {
  const { overview, exportOptions, exporting } = snapshot;
  if (exporting.phase === 'running')
    return <ExportProgress exporting={exporting} onCancel={actions.cancelExport} />;
  return (
    <div class="buttons">
      <Button
        label={message('dataset_download')}
        onClick={actions.download}
        isFilled={step === 'download'}
        whyNot={whyNoDownload(snapshot)}
      />
      {overview && !exportOptions && (
        <Button label={message('dataset_resetOptions')} onClick={actions.resetExportOptions} />
      )}
    </div>
  );
}

/** What came of the last export: the file, or why there is none. */
export function DownloadOutcome({ snapshot }: { readonly snapshot: PageSnapshot }) {
  const { exporting, exclusionReport } = snapshot;
  return (
    <div class="download-outcome">
      <ExportResult exporting={exporting} reported={reportedEntries(exclusionReport)} onOpenInTab={null} />
      {exporting.phase === 'failed' && exporting.failure.code === 'leaks' && (
        <LeakReport leaks={exporting.failure.leaks} />
      )}
      {exporting.phase === 'done' && (
        <MentionedNames names={exporting.mentions ?? []} count={exporting.mentionCount ?? 0} />
      )}
    </div>
  );
}
