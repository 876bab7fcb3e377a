import type { History, Sent } from '../site/history';

/** Describes each request made too early, too often, by the wrong worker or when none was allowed. */
export function checkTiming(history: History): string[] {
  return [...tooClose(history), ...tooEarly(history), ...unwanted(history), ...twoAtOnce(history)];
}

/** Gaps from start to start, across deaths and workers; from the end of a response once it was stored. */
function tooClose({ sent }: History): string[] {
  return sent.slice(1).flatMap((next, i) => {
    const before = sent[i]!;
    if (next.claim.era !== before.claim.era) return [];
    const wanted = Math.min(before.delayMs, next.delayMs);
    const isKnown = before.storedAtStep !== null && before.storedAtStep < next.claim.step;
    const gap = next.leftAt - (isKnown ? before.arrivesAt : before.leftAt);
    return gap >= wanted ? [] : [`too close: ${gap} ms instead of ${wanted} before ${next.url}`];
  });
}

/** A wait that the site requested, from the moment it was stored, by the computer's clock. */
function tooEarly({ sent }: History): string[] {
  const told = sent.filter(({ toldMs, storedAtStep }) => toldMs !== null && storedAtStep !== null);
  return told.flatMap(({ toldMs, arrivesAtWall, storedAtStep, claim, url }) => {
    const until = arrivesAtWall + toldMs!;
    const early = sent.find(
      (next) => next.claim.era === claim.era && next.claim.step > storedAtStep! && next.claim.wall < until,
    );
    return early ? [`too early: ${until - early.claim.wall} ms before the end of the wait of ${url}`] : [];
  });
}

/** Requests while the crawl was paused, stopped, blocked or done. */
function unwanted({ sent, phases }: History): string[] {
  return sent.flatMap(({ claim, url }) => {
    const phase = phases.filter(({ step }) => step < claim.step).at(-1);
    return phase?.isOn ? [] : [`unwanted: ${url} was asked while no crawl was on`];
  });
}

/** Workers that started to crawl before another one had ended its crawl or died. */
function twoAtOnce({ crawls }: History): string[] {
  return crawls.slice(1).flatMap((next, i) => {
    const other = crawls.slice(0, i + 1).find(({ to }) => to > next.from);
    return other ? [`two at once: ${other.worker} and ${next.worker}`] : [];
  });
}

/** The total number of pages requested again after a good response had arrived. */
export function countRepeats(sent: readonly Sent[]): number {
  const good = sent.filter(({ isGood, url }) => isGood && !url.endsWith('/robots.txt'));
  return good.length - new Set(good.map(({ identity }) => identity)).size;
}
