import { enoughBits, estimateBits } from '../../../dataset/pseudonyms/passphrase';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/fields';
import { useOwnId } from '../../controls/use-own-id';
import { formatCount } from '../../format/numbers';
import type { Actions, PageSnapshot } from '../../page-snapshot';
import { type ExportOptions, projectIdPattern } from '../options';

const words = {
  label: 'The phrase',
  suggest: 'Suggest one',
  once: 'It is kept nowhere: write it down. It is asked for again when this page was closed.',
  projectId: 'Project id',
  projectForm: 'Letters, digits, ".", "_" and "-"',
  projectAbout: 'Public, and the same for the whole team: pass it on with the phrase.',
};

type Props = {
  readonly exportOptions: ExportOptions;
  readonly snapshot: Pick<PageSnapshot, 'passphrase'>;
  readonly actions: Actions;
};

/** In plain sight: a phrase that is to be written down and passed on must be read, and a typing error would be a new key. */
export function PassphraseField({ exportOptions, snapshot: { passphrase }, actions }: Props) {
  const id = useOwnId();
  const strength = strengthText(passphrase);
  return (
    <div class="inset">
      <div class="text-field">
        <label for={id}>{words.label}</label>
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
          <Button label={words.suggest} onClick={actions.suggestPassphrase} />
        </div>
        <p id={`${id}-about`} class={strength?.isWeak ? 'small warning' : 'small soft'}>
          {strength && `${strength.sentence} `}
          {!strength?.isWeak && words.once}
        </p>
      </div>
      <TextField
        key={exportOptions.projectId}
        label={words.projectId}
        about={words.projectAbout}
        value={exportOptions.projectId}
        pattern={projectIdPattern}
        title={words.projectForm}
        maxLength={64}
        onChange={(projectId) => actions.changeExportOptions({ projectId })}
      />
    </div>
  );
}

export type Strength = { readonly isWeak: boolean; readonly sentence: string };

// A graphics card tries some thousand of these phrases a second.
const hopelessBits = 40;

/** How hard a passphrase is to guess for who has the dataset; `null` before anything is typed. */
export function strengthText(passphrase: string): Strength | null {
  if (passphrase.trim() === '') return null;
  const bits = estimateBits(passphrase);
  const about = `about ${formatCount(bits, 'bit')}`;
  if (bits >= enoughBits) return { isWeak: false, sentence: `Strong, ${about}.` };
  const word = bits < hopelessBits ? 'Easy to guess' : 'Weak';
  return {
    isWeak: true,
    sentence: `${word}, ${about}. Who guesses it can tell which pseudonym is whose. Random words to ${enoughBits} bits or more are safe.`,
  };
}
