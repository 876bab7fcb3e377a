import { tooManyRequests } from '../../../practice/fault-answers';
import { randomFrom, type Random } from '../../../practice/world/random';
import type { CampaignSize } from './campaign-size';
import { withGround, type Ground } from './campaign-ground';
import { runKilledCrawl, type Kill, type KilledCrawl } from './killed-crawl';
import { reportFigures, type Figures } from './figures';
import { phaseOfKill, phases } from './phase-of-kill';
import { undisturbedCrawl } from './undisturbed-crawl';

export type KillCampaign = {
  readonly name: string;
  readonly kill: Kill;
  readonly killsPerCrawl: number;
  /** One for each crawl in turn. The longer ones outlast the restart after a kill. */
  readonly crawlDelaysMs: readonly number[];
  /** The wait that the site requests once from each crawl. */
  readonly toldSeconds: number;
};

/** Small enough that a crawl takes seconds: about 70 requests. */
const world = { models: 30, users: 200, likes: 700 };
const latencyMs = 40;
/** A campaign gives up with a message if its crawls do not even end. */
const mostBroken = 3;

/** Crawls the same world repeatedly, with kills at random moments, up to `n` kills. */
export async function runKillCampaign(campaign: KillCampaign, { n, seed }: CampaignSize): Promise<Figures> {
  const begun = Date.now();
  const random = randomFrom(seed);
  return withGround({ ...world, latencyMs }, async (ground) => {
    const undisturbed = await undisturbedCrawl(ground);
    const crawls: KilledCrawl[] = [];
    const broken: string[] = [];
    const killed = () => crawls.reduce((sum, { kills }) => sum + kills.length, 0);
    while (killed() < n && broken.length < mostBroken) {
      const crawlDelayMs = campaign.crawlDelaysMs[crawls.length % campaign.crawlDelaysMs.length]!;
      const most = Math.min(campaign.killsPerCrawl, n - killed());
      const { toldSeconds: told, kill } = campaign;
      const planFaults = () => planWait(ground, random, told);
      const plan = { crawlDelayMs, latencyMs, most, told, kill, planFaults };
      const which = `crawl ${crawls.length + broken.length + 1}`;
      try {
        crawls.push(await runKilledCrawl(ground, plan, undisturbed, random));
      } catch (error) {
        broken.push(`${which}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    const violations = [...crawls.flatMap((crawl) => crawl.violations), ...broken];
    const seconds = Math.round((Date.now() - begun) / 1_000);
    const { name } = campaign;
    const { browser } = ground;
    const figures = { campaign: name, browser, n: killed(), seed, seconds, violations, found: sumUp(crawls) };
    await reportFigures(figures);
    return figures;
  });
}

function planWait({ practice }: Ground, random: Random, seconds: number): void {
  const after = 5 + Math.floor(random() * 30);
  practice.faults.plan({
    match: { path: /^\/(?:i|v3)\// },
    times: 1,
    after,
    answer: tooManyRequests(String(seconds)),
  });
}

function sumUp(crawls: readonly KilledCrawl[]): Figures['found'] {
  const sum = (of: (crawl: KilledCrawl) => number) => crawls.reduce((total, crawl) => total + of(crawl), 0);
  const inPhase = phases.map((phase) => {
    const kills = crawls.flatMap(({ kills, requests }) =>
      kills.filter(({ at }) => phaseOfKill(at, requests) === phase),
    );
    return [`kills while ${phase}`, kills.length] as const;
  });
  return {
    crawls: crawls.length,
    requests: sum(({ requests }) => requests.length),
    repeats: sum(({ ledger }) => ledger.repeats),
    ...Object.fromEntries(inPhase),
    'kills in a told wait': sum(({ killsInWaits }) => killsInWaits),
    'told waits': sum(({ ledger }) => ledger.toldWaits),
    'told waits that died unheard': sum(({ ledger }) => ledger.unheardWaits),
    'shortest gap over the delay, ms': Math.min(
      ...crawls.map(({ ledger, crawlDelayMs }) => ledger.shortestGapMs - crawlDelayMs),
    ),
    'databases that the browser lost and we restored': sum(({ losses }) => losses),
    'states looked at, none torn': sum(({ looks }) => looks),
    'longest way back, s': Math.max(...crawls.map(({ longestWayBackMs }) => longestWayBackMs)) / 1_000,
  };
}
