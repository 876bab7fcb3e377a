import { useOwnId } from './use-own-id';

type Props = {
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
export function NumberField({ label, fullLabel, value, onChange, ...input }: Props) {
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
