import { ChoiceRow } from '../../controls/fields';
import type { Actions, PageSnapshot } from '../../page-snapshot';
import { type UserIdMode, userIdModes } from '../options';
import { PassphraseField } from './passphrase-field';
import { ProjectKey } from './project-key';

const words: Readonly<Record<UserIdMode, { readonly label: string; readonly about: string }>> = {
  'one-time': {
    label: 'One-time key',
    about: 'For a dataset to publish: nobody keeps the key, and no two downloads can be linked by it.',
  },
  project: {
    label: 'Project key',
    about: 'For datasets that go on: a user has the same pseudonym each time, and the key stays here.',
  },
  passphrase: {
    label: 'Passphrase',
    about: 'For a team: whoever knows the phrase and the project id gets the same pseudonyms.',
  },
};
const title = 'User ids';
const honest =
  'This is pseudonymization and no more: likes on Sketchfab are public, so whoever compares the site with the file can find a person again by a few likes. Publish only what you may publish. If somebody asks to be left out, exclude them and download again.';

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** What stands for the users in the file, and what it does not protect them from. */
export function UserIds({ snapshot, actions }: Props) {
  const { exportOptions } = snapshot;
  if (!exportOptions) return null;
  return (
    <div class="user-ids">
      <fieldset role="radiogroup" aria-labelledby="user-ids">
        <legend id="user-ids" class="lead">
          {title}
        </legend>
        {userIdModes.map((mode) => (
          <ChoiceRow
            key={mode}
            type="radio"
            name="userIds"
            {...words[mode]}
            isOn={exportOptions.userIds === mode}
            onChange={(isOn) => {
              if (isOn) actions.changeExportOptions({ userIds: mode });
            }}
          />
        ))}
      </fieldset>
      {exportOptions.userIds === 'project' && (
        <ProjectKey exportOptions={exportOptions} snapshot={snapshot} actions={actions} />
      )}
      {exportOptions.userIds === 'passphrase' && (
        <PassphraseField exportOptions={exportOptions} snapshot={snapshot} actions={actions} />
      )}
      <p class="notice neutral small">{honest}</p>
    </div>
  );
}
