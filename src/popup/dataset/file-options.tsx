import type { DatasetOptions } from '../../dataset/dataset-options';
import type { HashAlgorithm } from '../../dataset/pseudonyms/keyed-hash';
import { message, type PlainKey } from '../../i18n/message';
import { ChoiceRow } from '../controls/choice-row';
import { hashAlgorithms, hashName } from './hash-name';
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

type Props = OptionsProps & {
  /** The algorithm of the project key, if there is one; no other can be chosen then. */
  readonly keyAlgorithm: HashAlgorithm | undefined;
};

export function FileOptions({ options, onChange, keyAlgorithm }: Props) {
  return (
    <>
      <fieldset>
        <legend>{message('options_files')}</legend>
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
      <fieldset>
        <legend>{message('options_hash')}</legend>
        {keyAlgorithm ? (
          <p>
            {hashName(keyAlgorithm)} <span class="small soft">{message('options_hashOfKey')}</span>
          </p>
        ) : (
          hashAlgorithms.map((algorithm) => (
            <ChoiceRow
              key={algorithm}
              type="radio"
              name="hash"
              label={hashName(algorithm)}
              isOn={options.hash === algorithm}
              onChange={() => onChange({ hash: algorithm })}
            />
          ))
        )}
      </fieldset>
    </>
  );
}
