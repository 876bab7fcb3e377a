/** The first and the last day of some moments in ms since 1970, in UTC as `YYYY-MM-DD`; `null` when there were none. */
export function createDaySpan() {
  let first = Infinity;
  let last = -Infinity;
  const dayOf = (moment: number) =>
    Number.isFinite(moment) ? new Date(moment).toISOString().slice(0, 10) : null;
  return {
    add(span: readonly [first: number, last: number] | null): void {
      if (!span) return;
      first = Math.min(first, span[0]);
      last = Math.max(last, span[1]);
    },
    days: () => ({ firstDay: dayOf(first), lastDay: dayOf(last) }),
  };
}
