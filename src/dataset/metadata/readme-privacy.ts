import type { DatasetFacts } from '../dataset-summary';
import type { PseudonymFacts } from '../pseudonyms/pseudonym-key';

/** The part of the README that says what pseudonyms hide, and above all what they do not. */
export const privacySection = ({ pseudonym }: DatasetFacts) => `## Privacy

- Each user id was replaced by a keyed hash (${algorithms[pseudonym.algorithm]}, ${pseudonym.digestBits} bits). ${keys[pseudonym.keyMode]}
- **This is pseudonymization. It is not anonymization.** Likes on Sketchfab are public. Whoever compares the site with
  this file can find a person again: two or three likes often suffice to tell one user from all others. Dropping users
  with few likes does not change that.
- The makers of models can be identified by the model ids, and often like their own models. Names and tags may hold
  the names of people.
- In many places this is personal data in the sense of the law. Publish only what you may publish, do not try to find
  people in it, and take out who asks for it: exclude the user and export again.
- \`_anon\` in the name of the likes file is there for programs that expect it, and promises nothing.`;

const algorithms: Readonly<Record<PseudonymFacts['algorithm'], string>> = {
  'hmac-sha256': 'HMAC-SHA-256',
  'hmac-md5': 'HMAC-MD5, as rec-a-sketch',
};

const keys: Readonly<Record<PseudonymFacts['keyMode'], string>> = {
  'one-time': `The key was random, served this one file and was
  thrown away: nobody can compute a pseudonym from a user id, nor link this file with another one by its pseudonyms.`,
  project: `The key belongs to a
  project and is kept: whoever holds it can compute the pseudonym of any user id, and all datasets of the project share
  their pseudonyms. \`datapackage.json\` names the key by a short digest.`,
  passphrase: `The key was made from a
  passphrase: whoever knows or guesses it can compute the pseudonym of any user id, and all datasets under it share their
  pseudonyms.`,
};
