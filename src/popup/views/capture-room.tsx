import { Button } from './button';

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
    <section class="room capture">
      <div>
        <h2 class="strong" id="auto-capture">
          {words.autoCapture}
        </h2>
        <p class="soft" id="auto-capture-about">
          {about}
        </p>
      </div>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={isOn}
        aria-labelledby="auto-capture"
        aria-describedby="auto-capture-about"
        onClick={() => onChange(!isOn)}
      />
      {onAllow && (
        <div class="buttons">
          <Button label={words.allowAccess} onClick={onAllow} isWide isFilled />
        </div>
      )}
    </section>
  );
}
