import { useOwnId } from './use-own-id';

type Props = {
  readonly type: 'radio' | 'checkbox';
  /** Radio buttons with the same name form a group. */
  readonly name: string;
  readonly label: string;
  readonly about?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
};

export function ChoiceRow({ type, name, label, about, isOn, onChange }: Props) {
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
