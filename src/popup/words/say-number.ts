import { locale } from './locale';

const format = new Intl.NumberFormat(locale);

export function sayNumber(value: number): string {
  return format.format(value);
}
