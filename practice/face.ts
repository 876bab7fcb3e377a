import { randomFrom } from './world/random';

/** A picture of a user: head and shoulders in two soft colours. */
export function face(uid: string): string {
  const random = randomFrom(1, ...Buffer.from(uid));
  const hue = Math.floor(random() * 360);
  const [head, shoulders] = [14 + random() * 4, 24 + random() * 8];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100" fill="hsl(${hue} 38% 82%)"/>
<g fill="hsl(${(hue + 20) % 360} 34% 52%)"><circle cx="50" cy="40" r="${head}"/><ellipse cx="50" cy="88" rx="${shoulders}" ry="28"/></g></svg>`;
}
