import { message } from '../../i18n/message';
import { ChoiceRow } from '../controls/choice-row';
import { NumberField } from '../controls/number-field';
import { TextField } from '../controls/text-field';
import type { OptionsProps } from './options-props';
import { exclusionLines, typedExclusions } from './typed-exclusions';

const mostLikes = 1_000_000;
const rowsShown = 4;

export function FilterOptions({ options, onChange }: OptionsProps) {
  return (
    <>
      <fieldset>
        <legend>{message('options_quality')}</legend>
        <p class="small soft">{message('options_qualityAbout')}</p>
        <NumberField
          label={message('options_perUser')}
          name="minLikesPerUser"
          value={options.minLikesPerUser}
          min={0}
          max={mostLikes}
          step={1}
          onChange={(minLikesPerUser) => onChange({ minLikesPerUser })}
        />
        <NumberField
          label={message('options_perModel')}
          name="minLikesPerModel"
          value={options.minLikesPerModel}
          min={0}
          max={mostLikes}
          step={1}
          onChange={(minLikesPerModel) => onChange({ minLikesPerModel })}
        />
      </fieldset>
      <Exclusions options={options} onChange={onChange} />
    </>
  );
}

function Exclusions({ options, onChange }: OptionsProps) {
  const lines = exclusionLines(options.excluded).join('\n');
  return (
    <fieldset>
      <legend>{message('options_leaveOut')}</legend>
      <ChoiceRow
        type="checkbox"
        name="leaveOutNotPublic"
        label={message('options_notPublic')}
        about={message('options_notPublicAbout')}
        isOn={options.leaveOutNotPublic}
        onChange={(leaveOutNotPublic) => onChange({ leaveOutNotPublic })}
      />
      <ChoiceRow
        type="checkbox"
        name="leaveOutNoAi"
        label={message('options_noAi')}
        about={message('options_noAiAbout')}
        isOn={options.leaveOutNoAi}
        onChange={(leaveOutNoAi) => onChange({ leaveOutNoAi })}
      />
      <ChoiceRow
        type="checkbox"
        name="leaveOutRestricted"
        label={message('options_restricted')}
        isOn={options.leaveOutRestricted}
        onChange={(leaveOutRestricted) => onChange({ leaveOutRestricted })}
      />
      <TextField
        // Drawn anew once the entries were told apart, so that the field shows what counts.
        key={lines}
        label={message('options_exclusions')}
        about={message('options_exclusionsAbout')}
        value={lines}
        rows={rowsShown}
        onChange={(text) => onChange({ excluded: typedExclusions(text) })}
      />
      <div>
        <NumberField
          label={message('options_share')}
          name="userSharePercent"
          value={options.userSharePercent}
          min={1}
          max={100}
          step={1}
          onChange={(userSharePercent) => onChange({ userSharePercent })}
        />
        <p class="small soft">{message('options_shareAbout')}</p>
      </div>
    </fieldset>
  );
}
