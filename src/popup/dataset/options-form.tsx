import { TextField } from '../controls/fields';
import type { Actions, PageSnapshot } from '../page-snapshot';
import { FileOptions } from './file-options';
import { FilterOptions } from './filter-options';
import type { OptionsProps } from './options-props';
import { optionsText } from './options-text';

const words = { title: 'What goes in' };

type Props = {
  readonly snapshot: Pick<PageSnapshot, 'exportOptions' | 'projectKey'>;
  readonly actions: Actions;
};

/** Folded, as most never change it; the line beside its name tells what it comes to. */
export function OptionsForm({ snapshot: { exportOptions, projectKey }, actions }: Props) {
  if (!exportOptions) return null;
  const { options, userIds } = exportOptions;
  const method = userIds === 'project' ? projectKey?.algorithm : undefined;
  return (
    <details class="disclosure">
      <summary>
        <span class="lead">{words.title}</span>{' '}
        <span class="small soft">{optionsText(method ? { ...options, hash: method } : options)}</span>
      </summary>
      <div class="options">
        <FileOptions options={options} onChange={actions.changeDatasetOptions} methodOfKey={method} />
        <FilterOptions options={options} onChange={actions.changeDatasetOptions} />
        <AboutOptions options={options} onChange={actions.changeDatasetOptions} />
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

export function AboutOptions({ options: { about }, onChange }: OptionsProps) {
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
