import { userUid } from '../../crawl/small-world';
import type { Plan } from '../plan';
import { SeededRandom } from '../seeded-random';
import { SimulatedSite } from './simulated-site';

/** The world of a plan, with all its future changes. */
export function buildSite(plan: Plan, beginning: number): SimulatedSite {
  const random = new SeededRandom(plan.seed + 0x517e);
  const site = new SimulatedSite(plan.paging);
  let newcomers = plan.users;
  for (const { likes, changes, shownOffset } of plan.models) {
    const first = random.between(0, plan.users);
    const users = Array.from({ length: likes }, (_, i) => userUid((first + i) % Math.max(plan.users, likes)));
    const { ledger } = site.add(users, shownOffset);
    const newUser = () => userUid((newcomers += 1) + 1_000_000);
    ledger.churn(random, changes, beginning, beginning + plan.churnMs, newUser);
  }
  site.robots = {
    none: { status: 404, text: '' },
    'crawl-delay': { status: 200, text: 'User-agent: *\nCrawl-delay: 3\nDisallow: /settings' },
    disallow: { status: 200, text: 'User-agent: *\nDisallow: /i/likes' },
  }[plan.robots];
  return site;
}
