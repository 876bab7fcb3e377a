import type { HashAlgorithm } from '../../dataset/pseudonyms/keyed-hash';
import { ChoiceRow } from '../controls/fields';
import { methodNames } from '../format/hash-names';
import type { OptionsProps } from './options-props';

const files = [
  ['psv', 'PSV tables', 'Plain text, as rec-a-sketch has it. Needed to take the dataset in again.'],
  ['parquet', 'Parquet tables', 'For pandas, Polars and DuckDB, with numbers for users and models.'],
  ['recbole', 'RecBole files', 'Atomic files, with the ids as tokens.'],
  ['stats', 'Statistics', 'Counts and shares as JSON.'],
  ['croissant', 'Croissant description', 'Written where you, licence and address are given below.'],
] as const;
const words = {
  files: 'Files',
  names: 'Names of models in the likes table',
  plain: 'Plain',
  plainAbout: 'Without quotes and separators, so that every program reads them.',
  exact: 'Exact',
  exactAbout: 'As Sketchfab shows them, quoted as rec-a-sketch did.',
  method: 'How user ids are hashed',
  byKey: 'goes with the project key.',
};
const methods = Object.keys(methodNames) as HashAlgorithm[];

type Props = OptionsProps & {
  /** The one that the key brings, where it leaves no choice. */
  readonly methodOfKey: HashAlgorithm | undefined;
};

export function FileOptions({ options, onChange, methodOfKey }: Props) {
  const { files: filtered, likesNames, hash } = options;
  return (
    <>
      <fieldset>
        <legend>{words.files}</legend>
        {files.map(([name, label, about]) => (
          <ChoiceRow
            key={name}
            type="checkbox"
            name={name}
            label={label}
            about={about}
            isOn={filtered[name]}
            onChange={(isOn) => onChange({ files: { ...filtered, [name]: isOn } })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.names}</legend>
        {(['plain', 'exact'] as const).map((name) => (
          <ChoiceRow
            key={name}
            type="radio"
            name="likesNames"
            label={words[name]}
            about={words[`${name}About`]}
            isOn={likesNames === name}
            onChange={() => onChange({ likesNames: name })}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.method}</legend>
        {methodOfKey ? (
          <p>
            {methodNames[methodOfKey]} <span class="small soft">{words.byKey}</span>
          </p>
        ) : (
          methods.map((method) => (
            <ChoiceRow
              key={method}
              type="radio"
              name="hash"
              label={methodNames[method]}
              isOn={hash === method}
              onChange={() => onChange({ hash: method })}
            />
          ))
        )}
      </fieldset>
    </>
  );
}
