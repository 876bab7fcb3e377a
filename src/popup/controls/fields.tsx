import { useOwnId } from './use-own-id';

type Props = {
  readonly label: string;
  readonly about?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly pattern?: string;
  /** What is allowed. The browser shows it for other input. */
  readonly title?: string;
  readonly maxLength?: number;
  /** The number of lines, where there may be more than one. */
  readonly rows?: number;
};

/** Reports its text once it was typed and is valid. Uncontrolled, as `NumberField` is. */
export function TextField({ label, about, value, onChange, rows, ...input }: Props) {
  const id = useOwnId();
  const field = {
    id,
    // Spell checkers may send text to a server, and people's names are typed here.
    spellcheck: false,
    autocomplete: 'off',
    defaultValue: value,
    ...(about && { 'aria-describedby': `${id}-about` }),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement | HTMLTextAreaElement }) => {
      if (currentTarget.reportValidity()) onChange(currentTarget.value);
    },
  };
  return (
    <div class="text-field">
      <label for={id}>{label}</label>
      {rows === undefined ? <input type="text" {...input} {...field} /> : <textarea rows={rows} {...field} />}
      {about && (
        <p class="small soft" id={`${id}-about`}>
          {about}
        </p>
      )}
    </div>
  );
}

type NumberFieldProps = {
  readonly label: string;
  /** For screen readers, since the popup shows only the beginning. */
  readonly fullLabel?: string;
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Called after a change within the bounds. For others the browser shows what is wrong. */
  readonly onChange: (value: number) => void;
};

/** Uncontrolled: the page renders every second, which must not undo what is being typed. */
export function NumberField({ label, fullLabel, value, onChange, ...input }: NumberFieldProps) {
  const id = useOwnId();
  return (
    <span class="number-field">
      <label for={id}>{label}</label>
      <input
        {...input}
        {...(fullLabel !== undefined && { 'aria-label': fullLabel })}
        id={id}
        type="number"
        required
        defaultValue={String(value)}
        onChange={({ currentTarget }) => {
          if (currentTarget.reportValidity()) onChange(currentTarget.valueAsNumber);
        }}
      />
    </span>
  );
}

type ChoiceRowProps = {
  readonly type: 'radio' | 'checkbox';
  /** Radio buttons with the same name form a group. */
  readonly name: string;
  readonly label: string;
  readonly about?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

export function ChoiceRow({ type, name, label, about, isOn, onChange }: ChoiceRowProps) {
  const id = useOwnId();
  return (
    <div class="choice-row">
      <input
        id={id}
        type={type}
        name={name}
        checked={isOn}
        {...(about && { 'aria-describedby': `${id}-about` })}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <label for={id}>{label}</label>
      {about && (
        <p class="small soft" id={`${id}-about`}>
          {about}
        </p>
      )}
    </div>
  );
}

type SwitchRowProps = {
  readonly label: string;
  readonly about: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  /** Whether its label is the heading of a section. */
  readonly isHeading?: boolean;
};

export function SwitchRow({ label, about, isOn, onChange, isHeading = false }: SwitchRowProps) {
  const id = useOwnId();
  const Label = isHeading ? 'h2' : 'p';
  return (
    <div class="switch-row">
      <div>
        <Label class="strong" id={`${id}-label`}>
          {label}
        </Label>
        <p class={isHeading ? 'soft' : 'soft small'} id={`${id}-about`}>
          {about}
        </p>
      </div>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={isOn}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-about`}
        onClick={() => onChange(!isOn)}
      />
    </div>
  );
}
