import type { Answer } from '../sketchfab/answer';
import { classifyResponse, type Meaning } from '../sketchfab/classify-response';

/** RFC 9309 §2.5: a crawler need not read more than this. A longer file is not read in part, as a rule may be beyond. */
const maxRulesLength = 500 * 1024;

/** Stands in for rules that are too long to read, so that the user is asked. */
const disallowAll = 'User-agent: *\nDisallow: /';

/**
 * The rules in a response to a request for robots.txt, or `null` if it does not come from a reachable host. RFC 9309 §2.3: a
 * host without the file allows everything.
 */
export function readRules(answer: Answer): string | null {
  if ('failure' in answer) return answer.failure === 'too-large' ? disallowAll : null;
  const { status, wall, body } = answer;
  if (wall !== null || status === 202 || status === 405 || status === 429) return null;
  if (status >= 200 && status < 300) return body.length > maxRulesLength ? disallowAll : body;
  return status >= 400 && status < 500 ? '' : null;
}

/**
 * What a response without rules means. Anything but a bot check, a requested wait or being offline just means that the file
 * could not be read for now.
 */
export function meaningWithoutRules(answer: Answer): Exclude<Meaning, { is: 'json' }> {
  const meaning = classifyResponse(answer);
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
