import { robotsUrl } from '../sketchfab/addresses';
import type { Answer } from '../sketchfab/answer';
import type { CrawlQueue } from './crawl-queue';
import { decide } from './decide';
import { hostAfter, type TakenTurn } from './host-after';
import { meaningWithoutRules, readRules } from './read-rules';
import { askedCrawlDelayMs } from './site-rules';

/**
 * Ends a turn that requested a robots.txt. RFC 9309 §2.3: a host that cannot be reached allows nothing until it can.
 */
export function createRulesHandler({ queue }: { readonly queue: CrawlQueue }) {
  return async function handleRules(origin: string, answer: Answer, turn: TakenTurn): Promise<void> {
    const about = { subject: `robots.txt of ${origin}`, kind: 'rules' as const, isNearEnd: false };
    const text = readRules(answer);
    if (text !== null) {
      const rules = { text, readAt: turn.now };
      // Its crawl delay applies from now on, not only after the next request.
      const minDelayMs = Math.max(turn.minDelayMs, askedCrawlDelayMs({ [origin]: rules }, robotsUrl(origin)));
      const host = hostAfter({ do: 'answer' }, { ...turn, ...about, minDelayMs });
      return queue.saveRules(origin, rules, host);
    }
    const meaning = meaningWithoutRules(answer);
    const decision = decide(meaning, { ...turn, ...about, retryCount: 0, wasForbidden: false });
    if (decision.do === 'read') throw new Error('readable rules were treated as an error');
    const host = hostAfter(decision, { ...turn, ...about });
    if (decision.do === 'stop') await queue.blockCrawl(null, decision, host);
    else await queue.saveRules(origin, null, host);
  };
}
