const words = { autoCapture: 'Auto-capture' };

type Props = { readonly isOn: boolean; readonly about: string; readonly onChange: (on: boolean) => void };

export function CaptureRoom({ isOn, about, onChange }: Props) {
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
    </section>
  );
}
