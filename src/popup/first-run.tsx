import { message, type PlainKey } from '../i18n/message';
import { Button } from './controls/button';

const points: readonly PlainKey[] = ['firstRun_recorded', 'firstRun_requested', 'firstRun_stays'];

type Props = {
  /** Somebody who had agreed before reads in the status line that nothing happens until then. */
  readonly hasLostConsent: boolean;
  readonly onStart: () => void;
};

export function FirstRun({ hasLostConsent, onStart }: Props) {
  return (
    <section class="section">
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{message(point)}</li>
        ))}
      </ul>
      {!hasLostConsent && <p class="soft">{message('firstRun_consent')}</p>}
      <div class="buttons">
        <Button label={message('firstRun_start')} onClick={onStart} isFilled isWide />
      </div>
    </section>
  );
}
