import { useRef } from 'preact/hooks';
import type { Moment, StatusMessage } from './message';
import { statusMessage } from './status-message';

export function StatusLine({ moment }: { readonly moment: Moment }) {
  const shown = useRef<Shown | null>(null);
  shown.current = calmHeadline(shown.current, statusMessage(moment), moment.now);
  const { headline, reason, detail } = shown.current.sentence;
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
      <p class="soft detail">{detail}</p>
    </div>
  );
}

export type Shown = { readonly sentence: StatusMessage; readonly since: number };

// In these states a clock ticks, so that a number held back now is brought by the next tick.
const counting = new Set<StatusMessage['word']>(['crawling', 'waiting']);
// A status that changes is read aloud; more often than this it only gets in the way.
const calmMs = 5_000;

/** What the status line shows next: a new state at once, new numbers of the same state at most every five seconds. */
export function calmHeadline(shown: Shown | null, next: StatusMessage, now: number): Shown {
  const isNew = shown?.sentence.word !== next.word;
  if (!shown || isNew || !counting.has(next.word)) return { sentence: next, since: now };
  if (shown.sentence.headline === next.headline) return { sentence: next, since: shown.since };
  const isRested = Math.abs(now - shown.since) >= calmMs;
  if (isRested) return { sentence: next, since: now };
  return { sentence: { ...next, headline: shown.sentence.headline }, since: shown.since };
}
