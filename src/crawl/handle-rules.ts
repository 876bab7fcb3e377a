import { robotsUrl } from '../sketchfab/addresses';
import type { Answer } from '../sketchfab/answer';
import { classifyResponse, type Meaning } from '../sketchfab/classify-response';
import type { CrawlQueue } from './crawl-queue';
import { decide } from './decide';
import { hostAfter, type TakenTurn } from './host-after';
import { askedCrawlDelayMs } from './site-rules';

/** RFC 9309 §2.5: what lies beyond need not be read. A rule could stand there, so such a file is not taken in part. */
const maxRulesLength = 500 * 1024;

/**
 * Ends a turn that read a robots.txt. RFC 9309 §2.3: a host that has none allows everything, one that cannot be
 * reached allows nothing until it can.
 */
export function createRulesHandler({ queue }: { readonly queue: CrawlQueue }) {
  return async function handleRules(origin: string, answer: Answer, turn: TakenTurn): Promise<void> {
    const about = { subject: `robots.txt of ${origin}`, kind: 'rules' as const, isNearEnd: false };
    const text = rulesOf(answer);
    if (text !== null) {
      const rules = { text, readAt: turn.now };
      // The pause it asks for counts from now on, not from the next request on.
      const floorMs = Math.max(turn.floorMs, askedCrawlDelayMs({ [origin]: rules }, robotsUrl(origin)));
      const host = hostAfter({ do: 'answer' }, { ...turn, ...about, floorMs });
      return queue.saveRules(origin, rules, host);
    }
    const meaning = asError(classifyResponse(answer));
    const decision = decide(meaning, { ...turn, ...about, retryCount: 0, isSecondLook: false });
    if (decision.do === 'read') throw new Error('rules that could be read were not');
    const host = hostAfter(decision, { ...turn, ...about });
    if (decision.do === 'stop') await queue.blockCrawl(null, decision, host);
    else await queue.saveRules(origin, null, host);
  };
}

/** For rules too long to be read: the person is asked, as where they say so themselves. */
const disallowAll = 'User-agent: *\nDisallow: /';

/** The rules, or `null` where this is no answer of a host that can be reached. */
function rulesOf(answer: Answer): string | null {
  if ('failure' in answer) return answer.failure === 'too-large' ? disallowAll : null;
  const { status, wall, body } = answer;
  if (wall !== null || status === 202 || status === 405 || status === 429) return null;
  if (status >= 200 && status < 300) return body.length > maxRulesLength ? disallowAll : body;
  return status >= 400 && status < 500 ? '' : null;
}

/** Whatever else came back, the file could not be read for now; only a wall and a told wait are more than that. */
function asError(meaning: Meaning): Exclude<Meaning, { is: 'json' }> {
  switch (meaning.is) {
    case 'blocked':
    case 'throttled':
    case 'offline':
    case 'trouble':
      return meaning;
    default:
      return { is: 'trouble', cause: 'robots.txt could not be read' };
  }
}
