import type { ExclusionCounts } from '../../dataset/filter/exclusions';
import type { Leak } from '../../dataset/leak-scan/leak-report';
import { countMessage, message } from '../../i18n/message';
import type { ExportFailure } from '../../workers/export/export-error';
import type { ExportState } from '../../workers/export/export-dataset';
import { Button } from '../controls/button';
import { exportFailureText } from './export-failure-text';
import { briefResultText, exportResultText, partResultText } from './export-result-text';
import { leaksByKind, placeText } from './leak-text';

type Props = {
  readonly exporting: ExportState;
  /** `null` in the tab itself, which lists all leaks below. */
  readonly onOpenInTab: (() => void) | null;
};

/** The result of the last export, shown below its button. */
export function ExportResult({ exporting, onOpenInTab }: Props) {
  return (
    <div class="small soft live-note" role="status">
      {exporting.phase === 'done' && <Done exported={exporting} isBrief={onOpenInTab !== null} />}
      {exporting.phase === 'part-done' && partResultText(exporting)}
      {exporting.phase === 'cancelled' && message('export_cancelled')}
      {exporting.phase === 'failed' && <Failed failure={exporting.failure} onOpenInTab={onOpenInTab} />}
    </div>
  );
}

type DoneProps = { readonly exported: Extract<ExportState, { phase: 'done' }>; readonly isBrief: boolean };

/** In the popup, a warning replaces the details. */
function Done({ exported, isBrief }: DoneProps) {
  const warning = exported.exclusions && unknownExclusionsText(exported.exclusions);
  return (
    <>
      {warning && isBrief ? briefResultText(exported) : exportResultText(exported)}
      {warning && (
        <p class="warning">
          {warning}
          {!isBrief && ` ${message('export_unknownAdvice')}`}
        </p>
      )}
    </>
  );
}

/** Excluded people who were not found may still be in the file; `null` if all were found. */
export function unknownExclusionsText({ unknown }: ExclusionCounts): string | null {
  return unknown === 0 ? null : countMessage('export_unknownExclusions', unknown);
}

type FailedProps = Pick<Props, 'onOpenInTab'> & { readonly failure: ExportFailure };

function Failed({ failure, onOpenInTab }: FailedProps) {
  if (failure.code === 'leaks') return <Blocked leaks={failure.leaks} onOpenInTab={onOpenInTab} />;
  return (
    <p class="error clamped">
      {message('export_failed')} <bdi>{exportFailureText(failure)}</bdi>
    </p>
  );
}

/** The popup has space for only one of the places. */
function Blocked({ leaks, onOpenInTab }: Pick<Props, 'onOpenInTab'> & { readonly leaks: readonly Leak[] }) {
  const [first] = leaksByKind(leaks);
  const leak = first?.leaks[0];
  return (
    <>
      <p class="error">{message('export_blocked')}</p>
      {onOpenInTab && (
        <>
          {leak && message('leaks_first', { kind: first.headline, place: placeText(leak) })}{' '}
          <Button label={message('export_seeLeaks')} onClick={onOpenInTab} isQuiet />
        </>
      )}
    </>
  );
}
