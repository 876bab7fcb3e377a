import type { ChoicesProps } from './options-props';
import { TextField } from '../controls/fields';
import type { Actions, Snapshot } from '../snapshot';
import { FileChoices } from './file-options';
import { FilterChoices } from './filter-options';
import { sayChoices } from './options-text';

const words = { title: 'What goes in' };

type Props = { readonly snapshot: Pick<Snapshot, 'wish' | 'projectKey'>; readonly actions: Actions };

/** Folded, as most never change it; the line beside its name tells what it comes to. */
export function Choices({ snapshot: { wish, projectKey }, actions }: Props) {
  if (!wish) return null;
  const { choices, userIds } = wish;
  const method = userIds === 'project' ? projectKey?.algorithm : undefined;
  return (
    <details class="fold">
      <summary>
        <span class="lead">{words.title}</span>{' '}
        <span class="small soft">{sayChoices(method ? { ...choices, hash: method } : choices)}</span>
      </summary>
      <div class="choices">
        <FileChoices choices={choices} onChange={actions.changeChoices} methodOfKey={method} />
        <FilterChoices choices={choices} onChange={actions.changeChoices} />
        <AboutChoices choices={choices} onChange={actions.changeChoices} />
      </div>
    </details>
  );
}

const aboutChoicesWords = {
  title: 'About',
  about: 'Written into the dataset where you give it, and nothing is made up in its place.',
};
const fields = [
  ['title', 'Title'],
  ['creator', 'By whom'],
  ['licence', 'Licence'],
  ['url', 'Address'],
] as const;
const webAddress = { pattern: 'https?://.+', title: 'An address that begins with https:// or http://' };
const maxLength = 300;

export function AboutChoices({ choices: { about }, onChange }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{aboutChoicesWords.title}</legend>
      <p class="small soft">{aboutChoicesWords.about}</p>
      {fields.map(([name, label]) => (
        <TextField
          key={name}
          label={label}
          value={about[name]}
          maxLength={maxLength}
          {...(name === 'url' && webAddress)}
          onChange={(text) => onChange({ about: { ...about, [name]: text } })}
        />
      ))}
    </fieldset>
  );
}
