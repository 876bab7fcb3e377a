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
