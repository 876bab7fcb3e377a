import { robotsUrl } from '../sketchfab/addresses';
import type { Answer } from '../sketchfab/answer';
import { classifyResponse, type Meaning } from '../sketchfab/classify-response';
import type { CrawlQueue } from './crawl-queue';
import { decide } from './decide';
import { hostAfter, type TakenTurn } from './host-after';
import { askedCrawlDelayMs } from './site-rules';

/** RFC 9309 §2.5: a crawler need not read more than this. A longer file is not read in part, as a rule may be beyond. */
const maxRulesLength = 500 * 1024;

/**
 * Ends a turn that requested a robots.txt. RFC 9309 §2.3: a host without one allows everything; a host that cannot be
 * reached allows nothing until it can.
 */
export function createRulesHandler({ queue }: { readonly queue: CrawlQueue }) {
  return async function handleRules(origin: string, answer: Answer, turn: TakenTurn): Promise<void> {
    const about = { subject: `robots.txt of ${origin}`, kind: 'rules' as const, isNearEnd: false };
    const text = rulesOf(answer);
    if (text !== null) {
      const rules = { text, readAt: turn.now };
      // Its crawl delay applies from now on, not only after the next request.
      const floorMs = Math.max(turn.floorMs, askedCrawlDelayMs({ [origin]: rules }, robotsUrl(origin)));
      const host = hostAfter({ do: 'answer' }, { ...turn, ...about, floorMs });
      return queue.saveRules(origin, rules, host);
    }
    const meaning = asError(classifyResponse(answer));
    const decision = decide(meaning, { ...turn, ...about, retryCount: 0, wasForbidden: false });
    if (decision.do === 'read') throw new Error('readable rules were treated as an error');
    const host = hostAfter(decision, { ...turn, ...about });
    if (decision.do === 'stop') await queue.blockCrawl(null, decision, host);
    else await queue.saveRules(origin, null, host);
  };
}

/** Stands in for rules that are too long to read, so that the user is asked. */
const disallowAll = 'User-agent: *\nDisallow: /';

/** The rules, or `null` if the response does not come from a reachable host. */
function rulesOf(answer: Answer): string | null {
  if ('failure' in answer) return answer.failure === 'too-large' ? disallowAll : null;
  const { status, wall, body } = answer;
  if (wall !== null || status === 202 || status === 405 || status === 429) return null;
  if (status >= 200 && status < 300) return body.length > maxRulesLength ? disallowAll : body;
  return status >= 400 && status < 500 ? '' : null;
}

/** Anything but a bot check, a requested wait or being offline just means that the file could not be read for now. */
function asError(meaning: Meaning): Exclude<Meaning, { is: 'json' }> {
  switch (meaning.is) {
    case 'blocked':
    case 'throttled':
    case 'offline':
    case 'error':
      return meaning;
    default:
      return { is: 'error', cause: 'robots.txt could not be read' };
  }
}
