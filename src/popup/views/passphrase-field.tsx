import { projectIdPattern, type DatasetWish } from '../dataset/dataset-wish';
import { sayStrength } from '../decide/say-strength';
import type { Actions, Snapshot } from '../snapshot';
import { Button } from './button';
import { TextField } from './text-field';
import { useOwnId } from './use-own-id';

const words = {
  label: 'The phrase',
  suggest: 'Suggest one',
  once: 'It is kept nowhere: write it down. It is asked for again when this page was closed.',
  projectId: 'Project id',
  projectForm: 'Letters, digits, ".", "_" and "-"',
  projectAbout: 'Public, and the same for the whole team: pass it on with the phrase.',
};

type Props = {
  readonly wish: DatasetWish;
  readonly snapshot: Pick<Snapshot, 'passphrase'>;
  readonly actions: Actions;
};

/** In plain sight: a phrase that is to be written down and passed on must be read, and a typing error would be a new key. */
export function PassphraseField({ wish, snapshot: { passphrase }, actions }: Props) {
  const id = useOwnId();
  const strength = sayStrength(passphrase);
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
        key={wish.projectId}
        label={words.projectId}
        about={words.projectAbout}
        value={wish.projectId}
        pattern={projectIdPattern}
        title={words.projectForm}
        maxLength={64}
        onChange={(projectId) => actions.changeWish({ projectId })}
      />
    </div>
  );
}
