import { locale } from './locale';
import { sayNumber } from './say-number';

const plurals = new Intl.PluralRules(locale);

/** `sayCount(1, 'model')` is "1 model", `sayCount(1240, 'model')` is "1,240 models". */
export function sayCount(value: number, noun: string): string {
  return `${sayNumber(value)} ${plurals.select(value) === 'one' ? noun : `${noun}s`}`;
}
