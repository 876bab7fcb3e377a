import { language } from './language';

const units = ['kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** "8 MB", in steps of 1,000 as file managers and disks count them. */
export function formatBytes(bytes: number): string {
  const power = Math.floor(Math.log10(Math.max(bytes, 1_000)) / 3);
  const step = Math.min(power, units.length);
  const value = bytes / 1_000 ** step;
  const unit = units[step - 1] ?? 'kilobyte';
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    maximumFractionDigits: value < 10 && step > 1 ? 1 : 0,
  }).format(value);
}
