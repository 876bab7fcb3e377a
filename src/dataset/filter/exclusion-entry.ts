import { parseModelUid } from '../../sketchfab/model-uid';
import { parseUserUid } from '../../sketchfab/user-uid';
import { normalizeUsername } from './clean-pasted-text';

/** An entry of the exclusion list and everything that it may mean. One that means nothing was not understood. */
export type ExclusionEntry = {
  readonly text: string;
  /** As `normalizeUsername` returns them. */
  readonly usernames: readonly string[];
  readonly userUids: readonly string[];
  readonly modelUids: readonly string[];
};

/** An entry that is a word: a user name, the id of a user or that of a model. Often it may be several of these. */
export function wordEntry(word: string): ExclusionEntry {
  const spellings = spellingsOf(word);
  // As an address ends: a title and the id.
  const tail = word.slice(word.lastIndexOf('-') + 1);
  return {
    text: word,
    usernames: distinct(spellings.map(normalizeUsername)),
    userUids: withLowerHex(spellings).filter((id) => parseUserUid(id) !== undefined),
    modelUids: withLowerHex([...spellings, tail]).filter((id) => parseModelUid(id) !== undefined),
  };
}

export const unclearEntry = (text: string): ExclusionEntry => ({
  text,
  usernames: [],
  userUids: [],
  modelUids: [],
});

export const modelEntry = (uid: string): ExclusionEntry => ({ ...unclearEntry(uid), modelUids: [uid] });

export function joinReadings(text: string, entries: readonly ExclusionEntry[]): ExclusionEntry {
  return {
    text,
    usernames: distinct(entries.flatMap(({ usernames }) => usernames)),
    userUids: distinct(entries.flatMap(({ userUids }) => userUids)),
    modelUids: distinct(entries.flatMap(({ modelUids }) => modelUids)),
  };
}

export const isUnclear = ({ usernames, userUids, modelUids }: ExclusionEntry): boolean =>
  usernames.length + userUids.length + modelUids.length === 0;

/** The word without what a list or a sentence may have added to it. A user name may begin or end with the same characters. */
function spellingsOf(word: string): string[] {
  const withoutLead = word.replace(/^[-._]+/, '');
  // Tried only where such characters begin: a long row of dashes inside a word would take time by its square.
  const withoutTail = (text: string) => text.replace(/(?<![-._])[-._]+$/, '');
  return distinct([
    word,
    withoutLead,
    withoutTail(word),
    withoutTail(withoutLead),
    // Numbered: "12.somebody".
    withoutTail(word.replace(/^\d+[-.]+/, '')),
    // A number as some programs write it: "16271.0".
    word.replace(/^(\d+)\.0+$/, '$1'),
    // An id in groups, as others do.
    ...(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(word) ? [word.replaceAll('-', '')] : []),
  ]).filter(Boolean);
}

/** Ids in capitals too. Old model ids are of mixed case, and another case would be another model. */
function withLowerHex(texts: readonly string[]): string[] {
  const hex = texts.filter((text) => /^[0-9a-f]{32}$/i.test(text));
  return distinct([...texts, ...hex.map((text) => text.toLowerCase())]);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
