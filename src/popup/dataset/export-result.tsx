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
  /** `null` where the page is that tab already, and lists all leaks below. */
  readonly onOpenInTab: (() => void) | null;
};

/** How the last export ended, below the button that started it. */
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

/** In the popup, a warning takes the space of details. */
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

/** Those who asked to be left out and were not found may be in the file all the same; `null` when all were found. */
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

/** The popup has space for one of the places only. */
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
