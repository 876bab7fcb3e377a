import { message, type PlainKey } from '../../../i18n/message';
import { ChoiceRow } from '../../controls/choice-row';
import type { Actions, PageSnapshot } from '../../page-snapshot';
import { type UserIdMode, userIdModes } from '../options';
import { PassphraseField } from './passphrase-field';
import { ProjectKey } from './project-key';
import { userIdModeName } from './user-id-mode-name';

const about: Readonly<Record<UserIdMode, PlainKey>> = {
  'one-time': 'keys_oneTimeAbout',
  project: 'keys_projectAbout',
  passphrase: 'keys_passphraseAbout',
};

type Props = { readonly snapshot: PageSnapshot; readonly actions: Actions };

/** What replaces user ids in the file. */
export function UserIds({ snapshot, actions }: Props) {
  const { exportOptions } = snapshot;
  if (!exportOptions) return null;
  return (
    <div class="user-ids">
      <fieldset role="radiogroup" aria-labelledby="user-ids">
        <legend id="user-ids" class="visually-hidden">
          {message('keys_userIds')}
        </legend>
        {userIdModes.map((mode) => (
          <ChoiceRow
            key={mode}
            type="radio"
            name="userIds"
            label={userIdModeName(mode)}
            about={message(about[mode])}
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
    </div>
  );
}
