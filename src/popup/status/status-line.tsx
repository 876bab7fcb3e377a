import { useRef } from 'preact/hooks';
import { message } from '../../i18n/message';
import type { Moment, StatusMessage } from './status-words';
import { statusMessage } from './status-message';

type Props = {
  readonly moment: Moment;
  /** How far the crawl is, where no title says it. */
  readonly progress?: string | null;
};

export function StatusLine({ moment, progress = null }: Props) {
  const shown = useRef<Shown | null>(null);
  shown.current = calmHeadline(shown.current, statusMessage(moment), moment.now);
  const { headline, reason, detail } = shown.current.message;
  return (
    <div class="status">
      <p class="headline" role="status">
        {headline}
      </p>
      {reason && (
        <p class="soft detail">
          <bdi class="clamped">{reason}</bdi>
        </p>
      )}
      <p class="soft detail">
        {progress === null ? detail : message('status_progressDetail', { progress, detail })}
      </p>
    </div>
  );
}

export type Shown = { readonly message: StatusMessage; readonly since: number };

// In these states the page renders every second, so a number held back now appears with the next render.
const counting = new Set<StatusMessage['word']>(['crawling', 'waiting']);
// Screen readers announce each change; more often than this would be a nuisance.
const calmMs = 5_000;

/** What the status line shows next: a new state immediately, new numbers in the same state every five seconds at most. */
export function calmHeadline(shown: Shown | null, next: StatusMessage, now: number): Shown {
  const isNew = shown?.message.word !== next.word;
  if (!shown || isNew || !counting.has(next.word)) return { message: next, since: now };
  if (shown.message.headline === next.headline) return { message: next, since: shown.since };
  const isRested = Math.abs(now - shown.since) >= calmMs;
  if (isRested) return { message: next, since: now };
  return { message: { ...next, headline: shown.message.headline }, since: shown.since };
}
