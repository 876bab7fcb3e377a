/** A count as cards show it: `34`, `1.2k`, `12k`, `3.4M`. */
export function abbreviate(count: number): string {
  if (count < 1_000) return String(count);
  const [value, unit] = count < 999_500 ? [count / 1_000, 'k'] : [count / 1_000_000, 'M'];
  return `${value < 10 ? value.toFixed(1).replace('.0', '') : Math.round(value)}${unit}`;
}
