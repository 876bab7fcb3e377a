import type { ExportState } from '../snapshot';
import { sayCount } from '../words/say-count';
import { sayNumber } from '../words/say-number';

const words = {
  cancelled: 'Cancelled. No file was saved.',
  failed: 'No file was saved, and the data are untouched.',
};

/** What became of the last export, under the button that began it. */
export function ExportNote({ exporting }: { readonly exporting: ExportState }) {
  return (
    <div class="small soft export-note" role="status">
      {exporting.phase === 'done' && sayDone(exporting)}
      {exporting.phase === 'cancelled' && words.cancelled}
      {exporting.phase === 'failed' && (
        <p class="trouble clamped">
          {words.failed} <bdi>{exporting.reason}</bdi>
        </p>
      )}
    </div>
  );
}

function sayDone(exported: Extract<ExportState, { phase: 'done' }>): string {
  const { fileName, models, completeModels, likes, users } = exported;
  const whole =
    completeModels === models ? 'the list of each is complete' : `${sayNumber(completeModels)} complete`;
  return `${fileName}: ${sayCount(likes, 'like')} by ${sayCount(users, 'user')}; ${sayCount(models, 'model')}, ${whole}.`;
}
