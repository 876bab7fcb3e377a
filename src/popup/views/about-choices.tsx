import type { ChoicesProps } from './choices';
import { TextField } from './text-field';

const words = {
  title: 'About',
  about: 'Written into the dataset where you give it, and nothing is made up in its place.',
};
const fields = [
  ['title', 'Title'],
  ['creator', 'By whom'],
  ['licence', 'Licence'],
  ['url', 'Address'],
] as const;
const webAddress = { pattern: 'https?://.+', title: 'An address that begins with https:// or http://' };
const maxLength = 300;

export function AboutChoices({ choices: { about }, onChange }: ChoicesProps) {
  return (
    <fieldset>
      <legend>{words.title}</legend>
      <p class="small soft">{words.about}</p>
      {fields.map(([name, label]) => (
        <TextField
          key={name}
          label={label}
          value={about[name]}
          maxLength={maxLength}
          {...(name === 'url' && webAddress)}
          onChange={(text) => onChange({ about: { ...about, [name]: text } })}
        />
      ))}
    </fieldset>
  );
}
