import { useOwnId } from './use-own-id';

type Props = {
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
export function NumberField({ label, unseen, value, onChange, ...input }: Props) {
  const id = useOwnId();
  return (
    <span class="number-field">
      <label for={id}>
        {label}
        {unseen && <span class="unseen"> {unseen}</span>}
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
