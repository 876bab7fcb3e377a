import { useRef } from 'preact/hooks';
import { calmHeadline, type Shown } from '../decide/calm-headline';
import type { Moment } from '../decide/sentence';
import { statusSentence } from '../decide/status-sentence';

export function StatusLine({ moment }: { readonly moment: Moment }) {
  const shown = useRef<Shown | null>(null);
  shown.current = calmHeadline(shown.current, statusSentence(moment), moment.now);
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
