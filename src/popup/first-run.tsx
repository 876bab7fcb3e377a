import { message, type PlainKey } from '../i18n/message';
import { Button } from './controls/button';

const points: readonly PlainKey[] = ['firstRun_recorded', 'firstRun_requested', 'firstRun_stays'];

export function FirstRun({ onStart }: { readonly onStart: () => void }) {
  return (
    <section class="section">
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{message(point)}</li>
        ))}
      </ul>
      <p class="soft">{message('firstRun_consent')}</p>
      <div class="buttons">
        <Button label={message('firstRun_start')} onClick={onStart} isFilled isWide />
      </div>
    </section>
  );
}
