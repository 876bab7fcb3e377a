import type { Answer } from '../../../src/sketchfab/answer';
import { json, status } from '../../crawl/small-world';
import { toldWait } from '../checks/told-wait';
import type { SeededRandom } from '../seeded-random';

export type FaultKind = keyof typeof faults;

/** The wire's response instead of the good one, how long it takes, and the wait it requests. */
export type Faulty = { readonly answer: Answer; readonly latencyMs: number; readonly toldMs: number | null };

type Scene = {
  readonly random: SeededRandom;
  readonly url: string;
  /** The good response. */
  readonly truth: Answer;
  readonly moment: number;
  readonly wall: number;
};

type Failure = Extract<Answer, { failure: string }>['failure'];

const html = { contentType: 'text/html', body: '<!doctype html><title>Just a moment</title>' };
const quick = (answer: Answer): Faulty => ({ answer, latencyMs: 40, toldMs: null });
const failing = (failure: Failure, latencyMs: number): Faulty => ({
  answer: { failure, message: failure },
  latencyMs,
  toldMs: null,
});

function told(code: number, { random, moment, wall }: Scene, over: object = {}): Faulty {
  const latencyMs = 40;
  const { toldMs, ...headers } = toldWait(random, moment + latencyMs, wall + latencyMs);
  return { answer: status(code, { ...headers, ...over }), latencyMs, toldMs };
}

/** Each kind of network fault, drawn from the seed. */
const faults = {
  'rate limit': (scene: Scene) => told(429, scene),
  unavailable: (scene: Scene) => {
    const faulty = told(503, scene);
    return 'status' in faulty.answer && faulty.answer.retryAfter === null
      ? { ...faulty, toldMs: null }
      : faulty;
  },
  'server error': ({ random }: Scene) => quick(status(random.pick([408, 500, 502, 503, 504, 522, 524]))),
  timeout: ({ random }: Scene) => failing('timeout', random.pick([20_000, 40_000])),
  'cut body': ({ random, truth }: Scene) => quick(cut(truth, random)),
  reset: () => failing('no-connection', 15),
  offline: () => failing('offline', 1),
  redirect: () => failing('redirected', 30),
  'too large': () => failing('too-large', 4_000),
  slow: ({ random, truth }: Scene) => ({
    answer: truth,
    latencyMs: random.between(1_000, 19_000),
    toldMs: null,
  }),
  wall: (scene: Scene) => {
    const waf = { wall: 'challenge', body: '' };
    return scene.random.pick([
      () => quick(status(202, waf)),
      () => quick(status(403, html)),
      () => quick(status(403, { body: '' })),
      () => quick(status(405, { wall: 'captcha', body: '' })),
      () => quick(status(200, html)),
      () => quick(status(200, { body: '' })),
      () => told(403, scene, { ...html, wall: 'challenge' }),
    ])();
  },
  refusal: ({ random }: Scene) => quick(status(random.pick([401, 403]), { body: '{"detail":"No."}' })),
  absence: ({ random }: Scene) => quick(status(random.pick([404, 410]), { body: '{"detail":"Not found."}' })),
  'wrong shape': ({ random, truth }: Scene) => quick(misshapen(truth, random)),
} satisfies Record<string, (scene: Scene) => Faulty>;

export const faultKinds = Object.keys(faults) as FaultKind[];

export const faultyAnswer = (kind: FaultKind, scene: Scene): Faulty => faults[kind](scene);

/** A truncated robots.txt is still valid, so the crawler cannot notice what is missing. */
function cut(truth: Answer, random: SeededRandom): Answer {
  if ('failure' in truth || !truth.body.startsWith('{'))
    return { failure: 'no-connection', message: 'reset' };
  return { ...truth, body: truth.body.slice(0, random.between(1, truth.body.length - 1)) };
}

/** JSON that cannot be mistaken for a page, a model or a catalogue. */
function misshapen(truth: Answer, random: SeededRandom): Answer {
  if ('failure' in truth || !truth.body.startsWith('{')) return status(500);
  return json(
    random.pick<unknown>([
      null,
      [],
      'likes',
      { results: null, uid: 7 },
      { results: [{ uid: 2 ** 53 }], uid: 'short' },
      { results: [[]], next: true, uid: null },
      { results: 24, uid: {} },
    ]),
  );
}
