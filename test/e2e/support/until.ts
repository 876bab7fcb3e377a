import { setTimeout as pause } from 'node:timers/promises';

/** Polls until the result is neither `undefined` nor `false`; throws after `limitMs`. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false>,
  limitMs = 15_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`timed out after ${limitMs / 1_000} s: ${what}`);
    await pause(50);
  }
}
