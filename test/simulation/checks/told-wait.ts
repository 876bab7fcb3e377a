import type { SeededRandom } from '../seeded-random';

/** A Retry-After as a server sends it, and its meaning in ms; `null` if it is invalid. */
export type ToldWait = {
  readonly retryAfter: string | null;
  readonly date: string | null;
  readonly toldMs: number | null;
};

const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const longDays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const dayMs = 24 * 3_600_000;

const numbers: readonly (readonly [header: string, toldMs: number | null])[] = [
  ['120', 120_000],
  ['0', 0],
  ['1', 1_000],
  [' 5 ', 5_000],
  ['05', 5_000],
  ['600', 600_000],
  ['3600', 3_600_000],
  ['99999999999999999999', dayMs],
  ...['', '-1', '+5', '1.5', '0x10', '1e9', 'soon', '5, 10'].map((header) => [header, null] as const),
];
const nonsense = [
  'Mon, 31 Feb 2027 10:00:00 GMT',
  'Sun, 06 Nov 2026 25:00:00 GMT',
  'Sun, 06 Nov 2026 08:00:00 CET',
  '2026-11-06T08:49:37Z',
];

/** Any form of Retry-After, or none. `wall` is the time on the computer's clock, `moment` on the server's. */
export function toldWait(random: SeededRandom, moment: number, wall: number): ToldWait {
  if (random.chance(0.15)) return { retryAfter: null, date: null, toldMs: null };
  if (random.chance(0.1)) return { retryAfter: random.pick(nonsense), date: imf(moment), toldMs: null };
  if (random.chance(0.5)) {
    const [retryAfter, toldMs] = random.pick(numbers);
    return { retryAfter, date: null, toldMs };
  }
  const waitMs = 1_000 * random.between(-600, 1_800);
  const serverMs = 1_000 * Math.floor(moment / 1_000) + random.pick([0, 0, 3_600_000, -dayMs]);
  const hasDate = random.chance(0.7);
  const until = hasDate ? serverMs + waitMs : 1_000 * Math.ceil(wall / 1_000) + waitMs;
  const toldMs = Math.max(0, hasDate ? waitMs : until - wall);
  const form = random.pick([imf, rfc850, asctime]);
  return { retryAfter: form(until), date: hasDate ? imf(serverMs) : null, toldMs };
}

function parts(moment: number) {
  const date = new Date(moment);
  const [, day, month, year, time] = /, (\d\d) (\w+) (\d+) ([\d:]+) GMT/.exec(date.toUTCString())!;
  return { weekday: date.getUTCDay(), day: day!, month: month!, year: year!, time: time! };
}

const imf = (moment: number) => new Date(moment).toUTCString();

function rfc850(moment: number): string {
  const { weekday, day, month, year, time } = parts(moment);
  return `${longDays[weekday]}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
}

function asctime(moment: number): string {
  const { weekday, day, month, year, time } = parts(moment);
  return `${days[weekday]} ${month} ${String(Number(day)).padStart(2, ' ')} ${time} ${year}`;
}
