import { locale } from './locale';

const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });

/** "about 2,100 requests": an estimate, and so no more than two digits of it. */
export function sayAbout(value: number, noun: string): string {
  const said = format.format(value);
  return `about ${said} ${said === '1' ? noun : `${noun}s`}`;
}
