import type { Answer } from '../../src/sketchfab/answer';
import { type ModelFacts, noFacts } from '../../src/sketchfab/model-facts';
import type { ModelUid } from '../../src/sketchfab/model-uid';

export type Paging = 'offset' | 'next-url' | 'cursors';

/** A site as a function, for tests in virtual time: models with their likers, and a log of requests. */
export class SmallWorld {
  readonly asked: { readonly url: string; readonly at: number }[] = [];
  readonly likers = new Map<ModelUid, string[]>();
  /** Overrides the response to a request; `undefined` keeps the real one. */
  answer: (url: URL, nth: number) => Answer | undefined = () => undefined;

  constructor(
    readonly paging: Paging,
    readonly now: () => number,
    likes: readonly number[],
  ) {
    likes.forEach((count, i) =>
      this.likers.set(
        modelUid(i),
        Array.from({ length: count }, (_, j) => userUid(i + j)),
      ),
    );
  }

  /** What the response to the `nth` request waits for, if anything. */
  hold: (nth: number) => Promise<void> | undefined = () => undefined;

  readonly fetchAnswer = async (url: string): Promise<Answer> => {
    const nth = this.asked.push({ url, at: this.now() });
    const parsed = new URL(url);
    const answer = this.answer(parsed, nth) ?? this.#truth(parsed);
    await this.hold(nth);
    return answer;
  };

  likesRequests(): string[] {
    return this.asked.map(({ url }) => url).filter((url) => url.includes('/i/likes'));
  }

  #truth(url: URL): Answer {
    if (url.pathname === '/robots.txt') return status(404);
    const uid = (url.searchParams.get('model') ?? url.pathname.split('/').at(-1)) as ModelUid;
    const likers = this.likers.get(uid)!;
    if (url.hostname === 'api.sketchfab.com')
      return json({ uid, tags: [], categories: [], likeCount: likers.length });
    return json(this.#page(uid, likers, url.searchParams));
  }

  #page(uid: ModelUid, likers: readonly string[], query: URLSearchParams): unknown {
    const cursor = query.get('cursor');
    const from = cursor === null ? Number(query.get('offset') ?? 0) : Number(cursor.slice(1));
    const to = from + 24;
    const results = likers.slice(from, to).map((user) => ({ uid: user, username: `name-of-${user}` }));
    const more = to < likers.length;
    const base = `https://sketchfab.com/i/likes?model=${uid}`;
    if (this.paging === 'offset') return { results, next: more ? `${base}&count=24&offset=${to}` : null };
    if (this.paging === 'next-url') return { results, next: more ? `${base}&cursor=c${to}` : null };
    return { results, next: null, cursors: { next: more ? `c${to}` : null, previous: null } };
  }
}

export const modelUid = (i: number) => i.toString(16).padStart(32, '0') as ModelUid;
export const userUid = (i: number) => `f${i.toString(16).padStart(31, '0')}`;

export function sighting(i: number, over: Partial<ModelFacts> = {}): ModelFacts {
  return { ...noFacts(modelUid(i)), name: `Model ${i}`, ...over };
}

const plain = {
  status: 200,
  contentType: 'application/json',
  retryAfter: null,
  date: null,
  wall: null,
  withCookies: false,
  body: '',
};

export const json = (value: unknown): Answer => ({ ...plain, body: JSON.stringify(value) });
export const status = (code: number, over: object = {}): Answer => ({
  ...plain,
  status: code,
  body: '{}',
  ...over,
});
