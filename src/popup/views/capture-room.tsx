import { Button } from './button';
import { SwitchRow } from './switch-row';

const words = { autoCapture: 'Auto-capture', allowAccess: 'Allow access to Sketchfab' };

type Props = {
  readonly isOn: boolean;
  readonly about: string;
  readonly onChange: (on: boolean) => void;
  /** `null` where the browser gives access already. */
  readonly onAllow: (() => void) | null;
};

export function CaptureRoom({ isOn, about, onChange, onAllow }: Props) {
  return (
    <section class="room">
      <SwitchRow label={words.autoCapture} about={about} isOn={isOn} onChange={onChange} isHeading />
      {onAllow && (
        <div class="buttons">
          <Button label={words.allowAccess} onClick={onAllow} isWide isFilled />
        </div>
      )}
    </section>
  );
}
