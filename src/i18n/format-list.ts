import { forLanguage } from './language';

const format = forLanguage((language) => new Intl.ListFormat(language, { type: 'unit', style: 'short' }));

/** "PSV, Parquet, RecBole". */
export function formatList(items: readonly string[]): string {
  return format().format(items);
}
