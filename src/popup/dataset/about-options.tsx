import type { DatasetOptions } from '../../dataset/dataset-options';
import { message, type PlainKey } from '../../i18n/message';
import { TextField } from '../controls/text-field';
import type { OptionsProps } from './options-props';

const fields: readonly (readonly [name: keyof DatasetOptions['about'], label: PlainKey])[] = [
  ['title', 'options_aboutTitle'],
  ['creator', 'options_aboutCreator'],
  ['licence', 'options_aboutLicence'],
  ['url', 'options_aboutUrl'],
];
const addressPattern = 'https?://.+';
const maxLength = 300;

export function AboutOptions({ options: { about }, onChange }: OptionsProps) {
  return (
    <fieldset class="about-fields">
      <legend class="visually-hidden">{message('options_about')}</legend>
      {fields.map(([name, label]) => (
        <TextField
          key={name}
          label={message(label)}
          value={about[name]}
          maxLength={maxLength}
          {...(name === 'url' && { pattern: addressPattern, title: message('options_addressForm') })}
          onChange={(text) => onChange({ about: { ...about, [name]: text } })}
        />
      ))}
    </fieldset>
  );
}
