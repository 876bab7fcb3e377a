import { pick, randomFrom, type Random } from './world/random';

const [width, height] = [640, 360];
const tile = 40; // half the width of a square of the ground plan
const lift = 34; // height of one storey

type Shape = (x: number, y: number, random: Random) => number;
const fromMiddle = (x: number, y: number) => Math.hypot(x - 2, y - 2);

/** Storeys on a ground plan of 5 by 5 squares. */
const shapes: readonly Shape[] = [
  (x, y) => 0.3 + 3.2 * Math.exp(-(fromMiddle(x, y) ** 2) / 2.2),
  (_x, _y, random) => 0.3 + 3.4 * random() ** 2.2,
  (x, y) => 3.3 - 1.15 * Math.max(Math.abs(x - 2), Math.abs(y - 2)) + 0.3,
  (x, y) => (Math.abs(fromMiddle(x, y) - 2) < 0.6 ? 2 : 0.3),
  (x, y) => 0.3 + (4 - x) * 0.45 + (4 - y) * 0.25,
  (x, y) => (x === 2 && y === 2 ? 4.4 : x === 2 || y === 2 ? 1.3 : 0.3),
  (x, y, random) => (random() < 0.3 || fromMiddle(x, y) < 0.5 ? 1 + random() * 1.6 : 0.25),
];

/** A still life of blocks in soft colours, always the same for the same model. */
export function thumbnail(uid: string): string {
  const random = randomFrom(0, ...Buffer.from(uid));
  const hue = Math.floor(random() * 360);
  const accent = (hue + pick(random, [40, 150, 180, 320])) % 360;
  const ground = (hue + pick(random, [0, 180, 210, 30])) % 360;
  const shape = pick(random, shapes);
  const ball = random() < 0.22;
  const blocks: string[] = [];
  for (let x = 0; x < 5; x++) {
    for (let y = 0; y < 5; y++) {
      const storeys = ball ? 0.3 + 0.2 * random() : Math.max(0.2, shape(x, y, random));
      const own = random() < (storeys > 1.2 ? 0.3 : 0.06) ? accent : hue;
      blocks.push(block(x, y, storeys * lift, own));
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">
<defs><linearGradient id="g" x2="0" y2="1"><stop stop-color="hsl(${ground} 34% 91%)"/><stop offset="1" stop-color="hsl(${ground} 30% 80%)"/></linearGradient>
<radialGradient id="b" cx=".36" cy=".3" r=".8"><stop stop-color="hsl(${accent} 66% 86%)"/><stop offset=".55" stop-color="hsl(${accent} 48% 66%)"/><stop offset="1" stop-color="hsl(${accent} 40% 46%)"/></radialGradient></defs>
<rect width="${width}" height="${height}" fill="url(#g)"/><ellipse cx="320" cy="240" rx="236" ry="84" fill="hsl(${ground} 30% 30%)" opacity=".13"/>
${blocks.join('')}${ball ? ballOnTop(random) : ''}</svg>`;
}

/** Drawn back to front, so that nearer ones cover farther ones. */
function block(x: number, y: number, tall: number, hue: number): string {
  const [middle, back] = [320 + (x - y) * tile, 112 + (x + y) * (tile / 2) - tall];
  const [left, right, half] = [middle - tile, middle + tile, tile / 2];
  const face = (points: readonly number[], tone: string) =>
    `<path d="M${points.join(' ')}Z" fill="hsl(${hue} ${tone})"/>`;
  return (
    face([middle, back, right, back + half, middle, back + tile, left, back + half], '56% 79%') +
    face(
      [left, back + half, middle, back + tile, middle, back + tile + tall, left, back + half + tall],
      '42% 63%',
    ) +
    face(
      [middle, back + tile, right, back + half, right, back + half + tall, middle, back + tile + tall],
      '40% 52%',
    )
  );
}

function ballOnTop(random: Random): string {
  const radius = 62 + random() * 22;
  return `<ellipse cx="320" cy="200" rx="${radius * 0.8}" ry="${radius * 0.3}" opacity=".18"/><circle cx="320" cy="${204 - radius}" r="${radius}" fill="url(#b)"/>`;
}
