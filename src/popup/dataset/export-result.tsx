import type { ExclusionCounts } from '../../dataset/filter/exclusions';
import type { Leak } from '../../dataset/leak-scan/leak-report';
import { Button } from '../controls/button';
import { formatNumber } from '../../i18n/format-number';
import { formatShare } from '../../i18n/format-share';
import { formatCount } from '../format/numbers';
import type { ExportState } from '../../workers/export/export-dataset';
import { exportResultText, likesText } from './export-result-text';
import { leakText } from './leak-text';

const words = {
  cancelled: 'Cancelled. No file was saved.',
  failed: 'No file was saved, and the data are untouched.',
  leaks: 'No file was saved: it held what must not leave.',
  privatePart: 'For your team and not to publish: it tells when each list was read.',
  openTab: 'See every place in the tab',
};

type Props = {
  readonly exporting: ExportState;
  /** `null` where the page is that tab already, and tells of leaks in full below. */
  readonly onOpenInTab: (() => void) | null;
};

/** What became of the last export, under the button that began it. */
export function ExportNote({ exporting, onOpenInTab }: Props) {
  return (
    <div class="small soft live-note" role="status">
      {exporting.phase === 'done' && <Done exported={exporting} isBrief={onOpenInTab !== null} />}
      {exporting.phase === 'part-done' && partText(exporting)}
      {exporting.phase === 'cancelled' && words.cancelled}
      {exporting.phase === 'failed' &&
        (exporting.leaks ? (
          <Blocked leaks={exporting.leaks} onOpenInTab={onOpenInTab} />
        ) : (
          <p class="error clamped">
            {words.failed} <bdi>{exporting.reason}</bdi>
          </p>
        ))}
    </div>
  );
}

type DoneProps = { readonly exported: Extract<ExportState, { phase: 'done' }>; readonly isBrief: boolean };

/** In the popup the warning takes the room of what else is said. */
function Done({ exported, isBrief }: DoneProps) {
  const unknown = exported.exclusions && unknownExclusionsText(exported.exclusions);
  return (
    <>
      {unknown && isBrief ? likesText(exported) : exportResultText(exported)}
      {unknown && (
        <p class="warning">
          {unknown.found}
          {!isBrief && ` ${unknown.advice}`}
        </p>
      )}
    </>
  );
}

/** The popup has room for one of the places only. */
function Blocked({ leaks, onOpenInTab }: Omit<Props, 'exporting'> & { readonly leaks: readonly Leak[] }) {
  const [first] = leakText(leaks);
  const place = first?.leaks[0];
  return (
    <>
      <p class="error">{words.leaks}</p>
      {onOpenInTab && (
        <>
          {place && (
            <>
              {first.headline}: {place.path}
              {place.line !== null && <>, line {formatNumber(place.line)}</>}.{' '}
            </>
          )}
          <Button label={words.openTab} onClick={onOpenInTab} isQuiet />
        </>
      )}
    </>
  );
}

function partText({ fileName, models, likes, users }: Extract<ExportState, { phase: 'part-done' }>): string {
  return `${fileName}: ${formatCount(likes, 'like')} by ${formatCount(users, 'user')}; ${formatCount(models, 'model')}. ${words.privatePart}`;
}

const exportProgressWords = { progress: 'Export progress', cancel: 'Cancel' };

type ExportProgressProps = {
  readonly exporting: Extract<ExportState, { phase: 'running' }>;
  readonly onCancel: () => void;
};

/** What is being done stands by the bar, and not in a live region: it changes too often to be read aloud. */
export function ExportProgress({ exporting: { share, doing }, onCancel }: ExportProgressProps) {
  return (
    <div class="buttons">
      <progress
        class="wide"
        aria-label={exportProgressWords.progress}
        max={1}
        {...(share !== null && { value: share })}
      />
      {share !== null && <span class="small soft">{formatShare(share, 1)}</span>}
      <Button label={exportProgressWords.cancel} onClick={onCancel} />
      <p class="small soft export-step">{doing}</p>
    </div>
  );
}

const advice =
  'Check the spelling, or give the id. The names of people in imported datasets are not known: only their id leaves them out.';

/** Who asked to be left out and was not found may be in the file all the same; `null` when all were found. */
export function unknownExclusionsText({
  listed,
  unknown,
}: ExclusionCounts): { found: string; advice: string } | null {
  if (unknown === 0) return null;
  const verb = unknown === 1 ? 'is' : 'are';
  return {
    found: `${formatNumber(unknown)} of the ${formatCount(listed, 'line')} on your list to leave out ${verb} no user and no model known here.`,
    advice,
  };
}
