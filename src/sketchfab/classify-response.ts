import type { Answer } from './answer';

type Response = Extract<Answer, { status: number }>;
/** The headers that ask for a wait. */
type WaitHeaders = Pick<Response, 'retryAfter' | 'date'>;

/** What a response means on this site. The crawler decides what to do about it. */
export type Meaning =
  | { readonly is: 'json'; readonly json: unknown }
  /** The site checks for humans. This says nothing about the requested model. */
  | ({ readonly is: 'blocked'; readonly cause: string } & WaitHeaders)
  | ({ readonly is: 'throttled'; readonly cause: string } & WaitHeaders)
  | { readonly is: 'gone'; readonly cause: string }
  | { readonly is: 'forbidden'; readonly cause: string }
  /** This computer has no network. This says nothing about the site. */
  | { readonly is: 'offline'; readonly cause: string }
  /** May be temporary: worth a retry. */
  | { readonly is: 'error'; readonly cause: string }
  /** Not temporary. */
  | { readonly is: 'unreadable'; readonly cause: string };

const failures = {
  offline: { is: 'offline', cause: 'this computer is offline' },
  'no-connection': { is: 'error', cause: 'no connection to Sketchfab' },
  timeout: { is: 'error', cause: 'Sketchfab took too long to answer' },
  'too-large': { is: 'unreadable', cause: 'the answer was far too large' },
  redirected: { is: 'error', cause: 'Sketchfab sent us to another page' },
} as const;

/** Looks at the headers first, then status, content type and body: a bot check may come with any status, even 200. */
export function classifyResponse(answer: Answer): Meaning {
  if ('failure' in answer) return failures[answer.failure];
  const { status, retryAfter, date, wall } = answer;
  if (wall !== null) return blocked(answer, 'a check for humans');
  if (status === 429 || (status === 503 && retryAfter !== null)) {
    return { is: 'throttled', cause: `HTTP ${status}`, retryAfter, date };
  }
  if (status === 202 || status === 405) return blocked(answer, 'a check for humans');
  if (status === 404 || status === 410) return absence(answer);
  if (status === 401 || status === 403) return refusal(answer);
  if (status !== 200) return { is: 'error', cause: `Sketchfab answered with an error (HTTP ${status})` };
  return content(answer);
}

/** For a deleted model the site sends JSON. A web page may also mean that the endpoint no longer exists. */
function absence({ body, status }: Response): Meaning {
  return parseJson(body) === undefined
    ? { is: 'forbidden', cause: `not found, and no word of the model (HTTP ${status})` }
    : { is: 'gone', cause: `not on Sketchfab any more (HTTP ${status})` };
}

/** Whether the site said that it does not show this one model to whoever asked. */
export function isRefusal(answer: Answer): boolean {
  if (!('status' in answer) || (answer.status !== 401 && answer.status !== 403)) return false;
  return classifyResponse(answer).is === 'forbidden';
}

/** JSON is about this one model (it needs a password or a login). A web page or an empty body is about the client. */
function refusal(answer: Response): Meaning {
  return parseJson(answer.body) === undefined
    ? blocked(answer, 'refused')
    : { is: 'forbidden', cause: `not shown to everyone (HTTP ${answer.status})` };
}

function content(answer: Response): Meaning {
  const { body, contentType } = answer;
  if (body.trim() === '') return blocked(answer, 'an empty page where data belongs');
  if (/html/i.test(contentType ?? '') || body.trimStart().startsWith('<')) {
    return blocked(answer, 'a web page where data belongs');
  }
  const json = parseJson(body);
  // A truncated body must never pass for the end of a list.
  return json === undefined ? { is: 'error', cause: 'the answer was cut short' } : { is: 'json', json };
}

function blocked({ status, retryAfter, date }: Response, what: string): Meaning {
  return { is: 'blocked', cause: `${what} (HTTP ${status})`, retryAfter, date };
}

/** `undefined` if the text is not JSON; no JSON text parses to it. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
