import type { HashAlgorithm } from '../../dataset/pseudonyms/keyed-hash';
import { message } from '../../i18n/message';
import { ChoiceRow } from '../controls/choice-row';
import { hashAlgorithms, hashName } from './hash-name';
import type { OptionsProps } from './options-props';

type Props = OptionsProps & {
  /** The algorithm of the project key, if there is one; no other can be chosen then. */
  readonly keyAlgorithm: HashAlgorithm | undefined;
};

export function HashOptions({ options, onChange, keyAlgorithm }: Props) {
  return (
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
  );
}
