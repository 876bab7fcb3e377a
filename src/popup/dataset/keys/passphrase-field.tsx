import { enoughBits, estimateBits } from '../../../dataset/pseudonyms/passphrase';
import { countMessage, message } from '../../../i18n/message';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import { useOwnId } from '../../controls/use-own-id';
import type { Actions, PageSnapshot } from '../../page-snapshot';
import { type ExportOptions, projectIdPattern } from '../options';

type Props = {
  readonly exportOptions: ExportOptions;
  readonly snapshot: Pick<PageSnapshot, 'passphrase'>;
  readonly actions: Actions;
};

/** Not masked: a phrase to write down and share must be readable, and a typing error would make another key. */
export function PassphraseField({ exportOptions, snapshot: { passphrase }, actions }: Props) {
  const id = useOwnId();
  const strength = strengthText(passphrase);
  return (
    <div class="inset">
      <div class="text-field">
        <label for={id}>{message('keys_phrase')}</label>
        <div class="buttons">
          <input
            id={id}
            class="wide"
            type="text"
            spellcheck={false}
            autocomplete="off"
            value={passphrase}
            aria-describedby={`${id}-about`}
            onInput={({ currentTarget }) => actions.typePassphrase(currentTarget.value)}
          />
          <Button label={message('keys_suggest')} onClick={actions.suggestPassphrase} />
        </div>
        <p id={`${id}-about`} class={strength?.isWeak ? 'small warning' : 'small soft'}>
          {strength && `${strength.sentence} `}
          {!strength?.isWeak && message('keys_phraseOnce')}
        </p>
      </div>
      <TextField
        key={exportOptions.projectId}
        label={message('keys_projectId')}
        about={message('keys_projectIdAbout')}
        value={exportOptions.projectId}
        pattern={projectIdPattern}
        title={message('keys_projectIdForm')}
        maxLength={64}
        onChange={(projectId) => actions.changeExportOptions({ projectId })}
      />
    </div>
  );
}

export type Strength = { readonly isWeak: boolean; readonly sentence: string };

// A graphics card tries a few thousand of these phrases a second.
const hopelessBits = 40;

/** How hard a passphrase is to guess for someone who has the dataset; `null` before anything is typed. */
export function strengthText(passphrase: string): Strength | null {
  if (passphrase.trim() === '') return null;
  const bits = estimateBits(passphrase);
  if (bits >= enoughBits) return { isWeak: false, sentence: countMessage('keys_strong', bits) };
  const key = bits < hopelessBits ? 'keys_guessable' : 'keys_weak';
  return { isWeak: true, sentence: countMessage(key, bits, { enough: enoughBits }) };
}
