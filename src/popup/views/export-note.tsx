import type { ExportState } from '../snapshot';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

const words = {
  cancelled: 'Cancelled. No file was saved.',
  failed: 'No file was saved, and the data are untouched.',
  leaks: 'No file was saved: it would have held what must not leave.',
  privatePart: 'For your team and not to publish: it tells when each list was read.',
};

/** What became of the last export, under the button that began it. */
export function ExportNote({ exporting }: { readonly exporting: ExportState }) {
  return (
    <div class="small soft export-note" role="status">
      {exporting.phase === 'done' && sayDone(exporting)}
      {exporting.phase === 'part-done' && sayPart(exporting)}
      {exporting.phase === 'cancelled' && words.cancelled}
      {exporting.phase === 'failed' &&
        (exporting.leaks ? (
          <p class="trouble">{words.leaks}</p>
        ) : (
          <p class="trouble clamped">
            {words.failed} <bdi>{exporting.reason}</bdi>
          </p>
        ))}
    </div>
  );
}

function sayDone(exported: Extract<ExportState, { phase: 'done' }>): string {
  const { fileName, models, completeModels, likes, users, importsLeftOut = 0 } = exported;
  const whole =
    completeModels === models ? 'the list of each is complete' : `${sayNumber(completeModels)} complete`;
  const leftOut =
    importsLeftOut === 0
      ? ''
      : ` The likes of ${sayCount(importsLeftOut, 'import')} are not in it: they go by another key.`;
  return `${fileName}: ${sayCount(likes, 'like')} by ${sayCount(users, 'user')}; ${sayCount(models, 'model')}, ${whole}.${leftOut}`;
}

function sayPart({ fileName, models, likes, users }: Extract<ExportState, { phase: 'part-done' }>): string {
  return `${fileName}: ${sayCount(likes, 'like')} by ${sayCount(users, 'user')}; ${sayCount(models, 'model')}. ${words.privatePart}`;
}
