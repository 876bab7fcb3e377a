import { jsonAnswer, type Answer } from './answer';
import type { Fault } from './faults';
import { sendAnswer } from './send-answer';

// Whole answers in place of the right one, each named so that a test reads as a sentence.

type Headers = Readonly<Record<string, string>>;

/** Any status, headers and body. */
export function respond(status: number, headers: Headers = {}, body: string | Buffer = ''): Fault {
  return fixed(`answer ${status}`, { status, headers, body });
}

/** 429; `retryAfter` is any text, sent as it is, and no header when it is `undefined`. */
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

/** The first step of the wall in front of the site: 202 and nothing to read. */
export const wafChallenge = () => page('challenge', 202, '', { 'x-amzn-waf-action': 'challenge' });
/** The next step, as seen on other sites behind the same wall. */
export const wafCaptcha = () => page('captcha', 405, 'Are you human?', { 'x-amzn-waf-action': 'captcha' });

export const pageInsteadOfJson = () => page('page instead of JSON', 200, 'Sign in to go on.');
export const emptyAnswer = () => fixed('empty answer', { ...jsonAnswer(null), body: '' });
export const redirectTo = (location: string) =>
  fixed('redirect', { status: 302, headers: { location }, body: '' });
export const redirectToLogin = () => redirectTo('https://sketchfab.com/login?next=%2F');

/** A whole JSON document of the caller's. */
export const jsonInstead = (value: unknown, status = 200) => fixed('other JSON', jsonAnswer(value, status));

/** The right JSON, changed: for loops of `next`, double users, foreign rows and the like. */
export function changedJson(change: (json: unknown) => unknown): Fault {
  return replacing('changed JSON', (right) => ({
    ...right,
    body: JSON.stringify(change(JSON.parse(right.body.toString()))),
  }));
}

/** The right answer cut short under a length that is correct: broken only for who parses it. */
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
