import { useState } from 'preact/hooks';
import { useOwnId } from '../controls/use-own-id';

export type Suggestion = {
  readonly key: string;
  readonly text: string;
  readonly note: string;
};

type Props = {
  readonly label: string;
  readonly hint: string;
  /** `null` until something was typed and answered. */
  readonly suggestions: readonly Suggestion[] | null;
  /** The text that they were found for, which may be older than what is typed. */
  readonly searched: string | undefined;
  /** What is said where nothing was found. */
  readonly none: string;
  readonly onType: (text: string) => void;
  readonly onChoose: (key: string) => void;
  /** The choice that a text is by itself, such as a pasted link; `null` if it is none. */
  readonly readKey?: (text: string) => string | null;
};

/** A field that offers what was found for its text: a combobox with a list, as ARIA describes it. */
export function SuggestBox({ label, hint, suggestions, searched, none, onType, onChoose, readKey }: Props) {
  const id = useOwnId();
  const [text, setText] = useState('');
  const [wanted, setActive] = useState(0);
  const found = text.trim() === '' || searched !== text ? null : suggestions;
  // A list that is searched anew can be shorter.
  const active = Math.max(0, Math.min(wanted, (found?.length ?? 0) - 1));
  const isOpen = found !== null;
  const optionId = (at: number) => `${id}-${at}`;

  const type = (next: string) => {
    setText(next);
    setActive(0);
    onType(next);
  };
  const pick = (key: string) => {
    type('');
    onChoose(key);
  };
  const onInput = (next: string) => {
    const key = readKey?.(next) ?? null;
    if (key === null) type(next);
    else pick(key);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter ends what an input method composes.
    if (event.isComposing) return;
    const count = found?.length ?? 0;
    if (event.key === 'Escape') type('');
    else if (event.key === 'Enter' && found?.[active]) pick(found[active].key);
    else if (event.key === 'ArrowDown' && count > 0) setActive((active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) setActive((active + count - 1) % count);
    else return;
    event.preventDefault();
  };

  return (
    <div class="suggest-box">
      <label for={id} class="visually-hidden">
        {label}
      </label>
      <input
        {...{ id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: false, maxLength: 300 }}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(found && found.length > 0 && { 'aria-activedescendant': optionId(active) })}
        placeholder={hint}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => type('')}
      />
      <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!isOpen || found.length === 0}>
        {found?.map(({ key, text: shown, note }, at) => (
          <li
            key={key}
            id={optionId(at)}
            role="option"
            aria-selected={at === active}
            // Or the field would lose the focus, and with it the list, before the click.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(key)}
          >
            <bdi>{shown}</bdi> <span class="small soft">{note}</span>
          </li>
        ))}
      </ul>
      <p class="small soft suggest-none" role="status">
        {found?.length === 0 ? none : ''}
      </p>
    </div>
  );
}
