import { ChoiceRow, NumberField, TextField } from '../controls/fields';
import type { OptionsProps } from './options-props';
import { exclusionLines, parseExclusions } from './parse-exclusions';

const words = {
  quality: 'Quality filter',
  qualityAbout:
    'Takes out who and what has too few likes to learn from. It protects nobody: people with few likes are the ones who blend in.',
  perUser: 'Likes per user, at least',
  perModel: 'Likes per model, at least',
  leaveOut: 'Leave out',
  noAi: 'Models marked NoAI',
  noAiAbout: 'Their makers do not want them used for generative AI.',
  restricted: 'Age-restricted models',
  share: 'Share of users, in percent',
  shareAbout: 'Drawn at random: nobody can tell in advance whether somebody is in the file.',
  people: 'Users and models to leave out',
  peopleAbout:
    'One a line: a user name or id, a model id, or an address on Sketchfab. The list stays in this browser; the dataset tells how long it is.',
};
const rowsShown = 4;

export function FilterOptions({ options, onChange }: OptionsProps) {
  const lines = exclusionLines(options.excluded).join('\n');
  return (
    <>
      <fieldset>
        <legend>{words.quality}</legend>
        <p class="small soft">{words.qualityAbout}</p>
        <NumberField
          label={words.perUser}
          name="minLikesPerUser"
          value={options.minLikesPerUser}
          {...{ min: 0, max: 1_000_000, step: 1 }}
          onChange={(minLikesPerUser) => onChange({ minLikesPerUser })}
        />
        <NumberField
          label={words.perModel}
          name="minLikesPerModel"
          value={options.minLikesPerModel}
          {...{ min: 0, max: 1_000_000, step: 1 }}
          onChange={(minLikesPerModel) => onChange({ minLikesPerModel })}
        />
      </fieldset>
      <fieldset>
        <legend>{words.leaveOut}</legend>
        <ChoiceRow
          type="checkbox"
          name="leaveOutNoAi"
          label={words.noAi}
          about={words.noAiAbout}
          isOn={options.leaveOutNoAi}
          onChange={(leaveOutNoAi) => onChange({ leaveOutNoAi })}
        />
        <ChoiceRow
          type="checkbox"
          name="leaveOutRestricted"
          label={words.restricted}
          isOn={options.leaveOutRestricted}
          onChange={(leaveOutRestricted) => onChange({ leaveOutRestricted })}
        />
        <TextField
          // Drawn anew once it was sorted, so that what stands there is what counts.
          key={lines}
          label={words.people}
          about={words.peopleAbout}
          value={lines}
          rows={rowsShown}
          onChange={(text) => onChange({ excluded: parseExclusions(text) })}
        />
        <div>
          <NumberField
            label={words.share}
            name="userSharePercent"
            value={options.userSharePercent}
            {...{ min: 1, max: 100, step: 1 }}
            onChange={(userSharePercent) => onChange({ userSharePercent })}
          />
          <p class="small soft">{words.shareAbout}</p>
        </div>
      </fieldset>
    </>
  );
}
