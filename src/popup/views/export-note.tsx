import type { Leak } from '../../dataset/leak-report';
import { sayExported, sayLikes } from '../decide/say-exported';
import { sayLeaks } from '../decide/say-leaks';
import { sayUnknownExclusions } from '../decide/say-unknown-exclusions';
import type { ExportState } from '../snapshot';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';
import { Button } from './button';

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
    <div class="small soft export-note" role="status">
      {exporting.phase === 'done' && <Done exported={exporting} isBrief={onOpenInTab !== null} />}
      {exporting.phase === 'part-done' && sayPart(exporting)}
      {exporting.phase === 'cancelled' && words.cancelled}
      {exporting.phase === 'failed' &&
        (exporting.leaks ? (
          <Blocked leaks={exporting.leaks} onOpenInTab={onOpenInTab} />
        ) : (
          <p class="trouble clamped">
            {words.failed} <bdi>{exporting.reason}</bdi>
          </p>
        ))}
    </div>
  );
}

type DoneProps = { readonly exported: Extract<ExportState, { phase: 'done' }>; readonly isBrief: boolean };

/** In the popup the warning takes the room of what else is said. */
function Done({ exported, isBrief }: DoneProps) {
  const unknown = exported.exclusions && sayUnknownExclusions(exported.exclusions);
  return (
    <>
      {unknown && isBrief ? sayLikes(exported) : sayExported(exported)}
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
  const [first] = sayLeaks(leaks);
  const place = first?.leaks[0];
  return (
    <>
      <p class="trouble">{words.leaks}</p>
      {onOpenInTab && (
        <>
          {place && (
            <>
              {first.headline}: {place.path}
              {place.line !== null && <>, line {sayNumber(place.line)}</>}.{' '}
            </>
          )}
          <Button label={words.openTab} onClick={onOpenInTab} isQuiet />
        </>
      )}
    </>
  );
}

function sayPart({ fileName, models, likes, users }: Extract<ExportState, { phase: 'part-done' }>): string {
  return `${fileName}: ${sayCount(likes, 'like')} by ${sayCount(users, 'user')}; ${sayCount(models, 'model')}. ${words.privatePart}`;
}
