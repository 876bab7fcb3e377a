import { useOwnId } from './use-own-id';

type Props = {
  readonly label: string;
  readonly about?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly pattern?: string;
  /** What fits, for the browser to say where it does not. */
  readonly title?: string;
  readonly maxLength?: number;
  /** The number of lines, where there may be more than one. */
  readonly rows?: number;
};

/** Tells its text once it is typed and fits. What is being typed belongs to the browser, as in `NumberField`. */
export function TextField({ label, about, value, onChange, rows, ...input }: Props) {
  const id = useOwnId();
  const field = {
    id,
    // A spell check may send what is typed elsewhere, and names of people are typed here.
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
  /** The end of the label that only those hear who do not see the page, where there is no room for it. */
  readonly unseen?: string;
  readonly name: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** After a change that is within the bounds; for others the browser says what is wrong. */
  readonly onChange: (value: number) => void;
};

/** What is being typed belongs to the browser: a page that is drawn anew each second must not take it away. */
export function NumberField({ label, unseen, value, onChange, ...input }: NumberFieldProps) {
  const id = useOwnId();
  return (
    <span class="number-field">
      <label for={id}>
        {label}
        {unseen && <span class="visually-hidden"> {unseen}</span>}
      </label>
      <input
        {...input}
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
  /** Radios of one name are one choice. */
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
  /** Whether its label is the heading of a room. */
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
