import type { ExportState } from '../snapshot';
import { sayShare } from '../words/say-share';
import { Button } from './button';

const words = { progress: 'Export progress', cancel: 'Cancel' };

type Props = {
  readonly exporting: Extract<ExportState, { phase: 'running' }>;
  readonly onCancel: () => void;
};

/** What is being done stands by the bar, and not in a live region: it changes too often to be read aloud. */
export function ExportProgress({ exporting: { share, doing }, onCancel }: Props) {
  return (
    <div class="buttons">
      <progress class="wide" aria-label={words.progress} max={1} {...(share !== null && { value: share })} />
      {share !== null && <span class="small soft">{sayShare(share, 1)}</span>}
      <Button label={words.cancel} onClick={onCancel} />
      <p class="small soft doing">{doing}</p>
    </div>
  );
}
