import type { DatasetFacts } from '../dataset-summary';
import type { PseudonymFacts } from '../pseudonyms/pseudonym-key';

/** What pseudonyms hide, and above all what they do not. */
export const privacySection = ({ pseudonym }: DatasetFacts) => `## Privacy

- Each user id was replaced by a keyed hash (${algorithms[pseudonym.algorithm]}, ${pseudonym.digestBits} bits). ${keys[pseudonym.keyMode]}
- **This is pseudonymization. It is not anonymization.** Likes on Sketchfab are public. Whoever compares the site with
  this dataset can identify people again: two or three likes are often enough to single out a user. Removing users with
  few likes does not change that.
- Makers of models can be identified by the model ids, and often like their own models. Names and tags may contain
  names of people.
- In many countries this is personal data under the law. Publish only what you are allowed to publish, do not try to
  identify people, and remove whoever asks for it: exclude the user and export again.
- The \`_anon\` in the name of the likes file is there for programs that expect it, and promises nothing.`;

const algorithms: Readonly<Record<PseudonymFacts['algorithm'], string>> = {
  'hmac-sha256': 'HMAC-SHA-256',
  'hmac-md5': 'HMAC-MD5, as in rec-a-sketch',
};

const keys: Readonly<Record<PseudonymFacts['keyMode'], string>> = {
  'one-time': `The random key was
  used for this dataset only and then discarded: nobody can compute a pseudonym from a user id, or link this dataset to
  another one by its pseudonyms. People can still be linked by what they like.`,
  project: `The key belongs to a
  project and is kept: whoever has it can compute the pseudonym of any user id, and all datasets of the project share
  their pseudonyms. \`datapackage.json\` identifies the key by a short digest.`,
  passphrase: `The key was derived
  from a passphrase: whoever knows or guesses it can compute the pseudonym of any user id, and all datasets under it
  share their pseudonyms.`,
};
