import type { Leak } from '../../dataset/leak-scan/leak-report';
import { message } from '../../i18n/message';
import type { ExportFailure } from '../../workers/export/export-error';
import type { ExportState } from '../../workers/export/export-dataset';
import { Button } from '../controls/button';
import { exportFailureText } from './export-failure-text';
import { briefResultText, exportResultText, partResultText } from './export-result-text';
import { leaksByKind, placeText } from './leak-text';
import { UnmatchedEntries } from './unmatched-entries';

type Props = {
  readonly exporting: ExportState;
  /** Entries of the exclusion list that the page already reports as unmatched. */
  readonly reported: readonly string[];
  /** `null` in the tab itself, which lists all leaks below. */
  readonly onOpenInTab: (() => void) | null;
};

/** The result of the last export, shown below its button. */
export function ExportResult({ exporting, reported, onOpenInTab }: Props) {
  return (
    <div class="small soft live-note" role="status">
      {exporting.phase === 'done' && (
        <Done exported={exporting} reported={reported} isBrief={onOpenInTab !== null} />
      )}
      {exporting.phase === 'part-done' && partResultText(exporting)}
      {exporting.phase === 'cancelled' && message('export_cancelled')}
      {exporting.phase === 'failed' && <Failed failure={exporting.failure} onOpenInTab={onOpenInTab} />}
    </div>
  );
}

type DoneProps = Pick<Props, 'reported'> & {
  readonly exported: Extract<ExportState, { phase: 'done' }>;
  readonly isBrief: boolean;
};

/** In the popup, a warning replaces the details. */
function Done({ exported, reported, isBrief }: DoneProps) {
  const { unmatchedExclusions = [] } = exported;
  // Imports may know other people than the users and models here.
  const hasWarning = unmatchedExclusions.some((entry) => !reported.includes(entry));
  return (
    <>
      {hasWarning && isBrief ? briefResultText(exported) : exportResultText(exported)}
      {hasWarning && <UnmatchedEntries entries={unmatchedExclusions} isBrief={isBrief} />}
    </>
  );
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
