import type { DatasetOptions } from '../../dataset/dataset-options';
import { message, type PlainKey } from '../../i18n/message';
import { ChoiceRow } from '../controls/choice-row';
import type { OptionsProps } from './options-props';

type Row<Name> = readonly [name: Name, label: PlainKey, about: PlainKey];

const files: readonly Row<keyof DatasetOptions['files']>[] = [
  ['psv', 'options_psv', 'options_psvAbout'],
  ['parquet', 'options_parquet', 'options_parquetAbout'],
  ['recbole', 'options_recbole', 'options_recboleAbout'],
  ['stats', 'options_stats', 'options_statsAbout'],
  ['croissant', 'options_croissant', 'options_croissantAbout'],
];
const likesNames: readonly Row<DatasetOptions['likesNames']>[] = [
  ['plain', 'options_plain', 'options_plainAbout'],
  ['exact', 'options_exact', 'options_exactAbout'],
];

export function FileOptions({ options, onChange }: OptionsProps) {
  return (
    <>
      <fieldset>
        <legend class="visually-hidden">{message('options_files')}</legend>
        {files.map(([name, label, about]) => (
          <ChoiceRow
            key={name}
            type="checkbox"
            name={name}
            label={message(label)}
            about={message(about)}
            isOn={options.files[name]}
            onChange={(isOn) => onChange({ files: { ...options.files, [name]: isOn } })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{message('options_names')}</legend>
        {likesNames.map(([name, label, about]) => (
          <ChoiceRow
            key={name}
            type="radio"
            name="likesNames"
            label={message(label)}
            about={message(about)}
            isOn={options.likesNames === name}
            onChange={() => onChange({ likesNames: name })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{message('options_spreadsheets')}</legend>
        <ChoiceRow
          type="checkbox"
          name="escapeFormulas"
          label={message('options_escapeFormulas')}
          about={message('options_escapeFormulasAbout')}
          isOn={options.escapeFormulas}
          onChange={(escapeFormulas) => onChange({ escapeFormulas })}
        />
      </fieldset>
    </>
  );
}
