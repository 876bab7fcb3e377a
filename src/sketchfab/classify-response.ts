import type { Answer } from './answer';

type Response = Extract<Answer, { status: number }>;
/** Retry-After as it was sent, and the server's clock beside it. */
type ToldWait = Pick<Response, 'retryAfter' | 'date'>;

/** What an answer means on this site. What is to be done about it is the crawler's business. */
export type Meaning =
  | { readonly is: 'json'; readonly json: unknown }
  /** The site wants to see a person. Says nothing about the model that was asked for. */
  | ({ readonly is: 'blocked'; readonly cause: string } & ToldWait)
  | ({ readonly is: 'throttled'; readonly cause: string } & ToldWait)
  | { readonly is: 'gone'; readonly cause: string }
  | { readonly is: 'forbidden'; readonly cause: string }
  /** This computer has no network: says nothing about the site. */
  | { readonly is: 'offline'; readonly cause: string }
  /** May pass by itself: worth another try. */
  | { readonly is: 'trouble'; readonly cause: string }
  /** Will not pass by itself. */
  | { readonly is: 'unreadable'; readonly cause: string };

const failures = {
  offline: { is: 'offline', cause: 'this computer is offline' },
  'no-connection': { is: 'trouble', cause: 'no connection to Sketchfab' },
  timeout: { is: 'trouble', cause: 'Sketchfab took too long to answer' },
  'too-large': { is: 'unreadable', cause: 'the answer was far too large' },
  redirected: { is: 'trouble', cause: 'Sketchfab sent us to another page' },
} as const;

/** By header first, then status, content type and body: a wall may wear any status, 200 included. */
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
  if (status !== 200) return { is: 'trouble', cause: `Sketchfab answered with an error (HTTP ${status})` };
  return content(answer);
}

/** The site's own word for a deleted model is JSON. A page may as well mean that the address is no longer served. */
function absence({ body, status }: Response): Meaning {
  return parseJson(body) === undefined
    ? { is: 'forbidden', cause: `not found, and no word of the model (HTTP ${status})` }
    : { is: 'gone', cause: `not on Sketchfab any more (HTTP ${status})` };
}

/** With JSON it is about the one model (a password, a login); a page or nothing is about us. */
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
  // A body that stops in the middle: never to be read as the end of a list.
  return json === undefined ? { is: 'trouble', cause: 'the answer was cut short' } : { is: 'json', json };
}

function blocked({ status, retryAfter, date }: Response, what: string): Meaning {
  return { is: 'blocked', cause: `${what} (HTTP ${status})`, retryAfter, date };
}

/** `undefined` where it is no JSON, which JSON itself cannot say. */
function parseJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
