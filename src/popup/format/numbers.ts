/** Of the sentences; numbers follow it, so that "1,240 models" never reads as one and a quarter. */
export const locale = 'en';

const format = new Intl.NumberFormat(locale);

export function formatNumber(value: number): string {
  return format.format(value);
}

const plurals = new Intl.PluralRules(locale);

/** `sayCount(1, 'model')` is "1 model", `sayCount(1240, 'model')` is "1,240 models". */
export function formatCount(value: number, noun: string): string {
  return `${formatNumber(value)} ${plurals.select(value) === 'one' ? noun : `${noun}s`}`;
}

const estimateFormat = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 });

/** "about 2,100 requests": an estimate, and so no more than two digits of it. */
export function formatEstimate(value: number, noun: string): string {
  const said = estimateFormat.format(value);
  return `about ${said} ${said === '1' ? noun : `${noun}s`}`;
}

const shareFormat = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const noBreak = '\u00a0';

/** "97.8 %". Rounded down: nothing but the whole is called 100 %. */
export function formatShare(part: number, whole: number): string {
  if (part >= whole) return `100${noBreak}%`;
  return `${shareFormat.format(Math.floor((part / whole) * 1_000) / 10)}${noBreak}%`;
}

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "8 MB", in steps of 1,000 as file managers and disks count them. */
export function formatBytes(bytes: number): string {
  const power = Math.floor(Math.log10(Math.max(bytes, 1_000)) / 3);
  const step = Math.min(power, units.length);
  const value = bytes / 1_000 ** step;
  const unit = units[step - 1] ?? 'kilobyte';
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}
