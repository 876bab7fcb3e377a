import type catalogue from '../../public/_locales/en/messages.json';
import { formatNumber } from './format-number';
import { forLanguage } from './language';
import { messageSource } from './message-source';

type Catalogue = typeof catalogue;
type Category = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type PluralForm = Extract<keyof Catalogue, `${string}_${Category}`>;
type WithoutCategory<Key> = Key extends `${infer Base}_other` ? Base : never;

/** A sentence of public/_locales/en/messages.json. */
export type MessageKey = Exclude<keyof Catalogue, PluralForm>;
/** A sentence with a form for each plural category: `crawl_models` for `crawl_models_one` and `crawl_models_other`. */
export type CountKey = WithoutCategory<PluralForm>;

type Placeholder<Key extends keyof Catalogue> = Key extends unknown
  ? Catalogue[Key] extends { readonly placeholders: infer Placeholders }
    ? keyof Placeholders & string
    : never
  : never;
type CountPlaceholder<Key extends CountKey> = `${Key}_other` extends infer Form extends keyof Catalogue
  ? Exclude<Placeholder<Form>, 'count'>
  : never;
/** Numbers are written as the language writes them. */
type Values<Name extends string> = [Name] extends [never] ? [] : [Readonly<Record<Name, string | number>>];

/** A sentence without placeholders, and so one that a table of keys can hold. */
export type PlainKey = { [Key in MessageKey]: Placeholder<Key> extends never ? Key : never }[MessageKey];

/** The sentence of this key in the language of the browser. */
export function message<Key extends MessageKey>(key: Key, ...[values]: Values<Placeholder<Key>>): string {
  return messageSource().getMessage(key, substitutions(values));
}

const plurals = forLanguage((language) => new Intl.PluralRules(language));

/** The form of the sentence for this number, which is its placeholder `count`. */
export function countMessage<Key extends CountKey>(
  key: Key,
  count: number,
  ...[values]: Values<CountPlaceholder<Key>>
): string {
  const { getMessage } = messageSource();
  const filled = substitutions({ ...values, count });
  const inForm = (category: Category) => getMessage(`${key}_${category}`, filled);
  return inForm(plurals().select(count)) || inForm('other');
}

/** Browsers number substitutions: `$1` is the placeholder whose name comes first in the alphabet. */
function substitutions(values: Readonly<Record<string, string | number>> = {}): string[] {
  return Object.entries(values)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, value]) => (typeof value === 'number' ? formatNumber(value) : value));
}
