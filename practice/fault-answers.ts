import { jsonAnswer, type Answer } from './answer';
import type { Fault } from './faults';
import { sendAnswer } from './send-answer';

// Whole responses in place of the good one, named so that a test reads like a sentence.

type Headers = Readonly<Record<string, string>>;

/** Any status, headers and body. */
export function respond(status: number, headers: Headers = {}, body: string | Buffer = ''): Fault {
  return fixed(`answer ${status}`, { status, headers, body });
}

/** 429; `retryAfter` is sent unchanged, and `undefined` means no such header. */
export function tooManyRequests(retryAfter?: string, headers: Headers = {}): Fault {
  const right = jsonAnswer({ detail: 'Request was throttled.' }, 429);
  const told: Headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
  return fixed('too many requests', { ...right, headers: { ...right.headers, ...told, ...headers } });
}

type ServerErrorStatus = 500 | 502 | 503 | 504 | 522 | 524;
export function serverError(status: ServerErrorStatus = 500, headers: Headers = {}): Fault {
  return page(`server error ${status}`, status, 'Server error', headers);
}

export const notFound = () => json(404, 'Not found.');
export const deletedForGood = () => json(410, 'Gone.');
export const loginNeeded = () => json(401, 'Authentication credentials were not provided.');
export const forbiddenJson = () => json(403, 'You do not have permission to perform this action.');
export const forbiddenPage = () => page('refused with a page', 403, 'Request blocked.');

/** The first step of the firewall in front of the site: 202 with an empty body. */
export const wafChallenge = () => page('challenge', 202, '', { 'x-amzn-waf-action': 'challenge' });
/** The next step, as seen on other sites behind the same firewall. */
export const wafCaptcha = () => page('captcha', 405, 'Are you human?', { 'x-amzn-waf-action': 'captcha' });

export const pageInsteadOfJson = () => page('page instead of JSON', 200, 'Sign in to go on.');
export const emptyAnswer = () => fixed('empty answer', { ...jsonAnswer(null), body: '' });
export const redirectTo = (location: string) =>
  fixed('redirect', { status: 302, headers: { location }, body: '' });
export const redirectToLogin = () => redirectTo('https://sketchfab.com/login?next=%2F');

/** A JSON document given by the caller. */
export const jsonInstead = (value: unknown, status = 200) => fixed('other JSON', jsonAnswer(value, status));

/** The good JSON with changes, such as loops of `next`, repeated users or foreign rows. */
export function changedJson(change: (json: unknown) => unknown): Fault {
  return replacing('changed JSON', (right) => ({
    ...right,
    body: JSON.stringify(change(JSON.parse(right.body.toString()))),
  }));
}

/** The good response, truncated, with a matching length, so that only a parser notices. */
export function truncatedJson(share = 0.5): Fault {
  return replacing('truncated JSON', (right) => {
    const body = Buffer.from(right.body);
    return { ...right, body: body.subarray(0, Math.floor(body.length * share)) };
  });
}

function page(name: string, status: number, text: string, headers: Headers = {}): Fault {
  const body = text && `<!doctype html><title>${text}</title><p>${text}</p>`;
  return fixed(name, { status, headers: { 'content-type': 'text/html; charset=utf-8', ...headers }, body });
}

function json(status: number, detail: string): Fault {
  return fixed(`${status} with JSON`, jsonAnswer({ detail }, status));
}

function fixed(name: string, answer: Answer): Fault {
  return replacing(name, () => answer);
}

function replacing(name: string, answer: (right: Answer) => Answer): Fault {
  return { name, play: (right, response) => sendAnswer(answer(right), response) };
}
