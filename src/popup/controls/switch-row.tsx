import { useOwnId } from './use-own-id';

type Props = {
  readonly label: string;
  readonly about?: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  /** Whether its label is the heading of a section. */
  readonly isHeading?: boolean;
};

export function SwitchRow({ label, about, isOn, onChange, isHeading = false }: Props) {
  const id = useOwnId();
  const Label = isHeading ? 'h2' : 'p';
  return (
    <div class="switch-row">
      <div>
        <Label class="strong" id={`${id}-label`}>
          {label}
        </Label>
        {about !== undefined && (
          <p class={isHeading ? 'soft' : 'soft small'} id={`${id}-about`}>
            {about}
          </p>
        )}
      </div>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        {...(about !== undefined && { 'aria-describedby': `${id}-about` })}
        onClick={() => onChange(!isOn)}
      />
    </div>
  );
}
