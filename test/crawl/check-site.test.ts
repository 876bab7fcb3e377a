import { beforeEach, describe, expect, it } from 'vitest';
import { checkSite, type CheckTools } from '../../src/crawl/check-site';
import { calmHost, type HostState } from '../../src/crawl/host-state';
import type { PartCheck, SiteCheck } from '../../src/crawl/site-check';
import type { Answer } from '../../src/sketchfab/answer';
import type { ModelUid } from '../../src/sketchfab/model-uid';

const ok = (body: string, status = 200): Answer => ({
  ...{ status, contentType: 'application/json', retryAfter: null, date: null, wall: null },
  ...{ body, withCookies: false },
});
const json = (value: unknown) => ok(JSON.stringify(value));

const uidOf = (i: number) => String(i).padStart(32, 'a') as ModelUid;
const modelJson = (i: number): Record<string, unknown> => ({
  uid: uidOf(i),
  name: `Secret model ${i}`,
  likeCount: 100,
  user: { uid: uidOf(90 + i), username: 'ada' },
  tags: [{ name: 'robot', slug: 'robot' }],
  categories: [],
  isAgeRestricted: false,
  publishedAt: '2024-03-01T10:00:00',
  viewCount: 5,
  faceCount: 6,
  license: 'CC Attribution',
  thumbnails: { images: [{ url: 'https://media.sketchfab.com/t.jpeg', width: 200, height: 200 }] },
});
const rows = <Row>(of: (i: number) => Row) => Array.from({ length: 24 }, (_, i) => of(i));

/** The good answers, by part; a test changes one. */
const good = (): Record<string, Answer> => ({
  siteRules: ok('User-agent: *\nDisallow: /search', 200),
  apiRules: ok('', 404),
  catalogue: json({ results: rows(modelJson), cursors: { next: 'c24' }, next: null }),
  model: json({ ...modelJson(0), license: { label: 'CC Attribution' } }),
  likes: json({ results: rows((i) => ({ uid: uidOf(i), username: `user-${i}` })), cursors: { next: 'c24' } }),
});

function partOf(url: string): string {
  const { host, pathname } = new URL(url);
  if (pathname === '/robots.txt') return host === 'sketchfab.com' ? 'siteRules' : 'apiRules';
  if (pathname === '/i/likes') return 'likes';
  return pathname === '/v3/models' ? 'catalogue' : 'model';
}

let answers: Record<string, Answer>;
let asked: { part: string; at: number }[];
let host: HostState;
let checks: SiteCheck[];
let now: number;
let pace: { crawlDelayMs: number; crawlConcurrency: number; crawlDespiteRobots: boolean };
let captured: ModelUid | null;

beforeEach(() => {
  answers = good();
  asked = [];
  checks = [];
  host = calmHost;
  now = 1_800_000_000_000;
  pace = { crawlDelayMs: 1_000, crawlConcurrency: 1, crawlDespiteRobots: false };
  captured = null;
  stop = new AbortController();
});

let stop: AbortController;

const tools = (): CheckTools => ({
  fetchAnswer: (url) => {
    asked.push({ part: partOf(url), at: now });
    now += 50;
    return Promise.resolve(answers[partOf(url)]!);
  },
  sleep: (ms) => {
    now += ms;
    return Promise.resolve();
  },
  now: () => now,
  random: () => 0.5,
  readPace: () => Promise.resolve(pace),
  readHost: () => Promise.resolve(host),
  saveHost: (next) => {
    host = next;
    return Promise.resolve();
  },
  saveCheck: (one) => {
    checks.push(one);
    return Promise.resolve();
  },
  anyModel: () => Promise.resolve(captured),
});

const check = () => checkSite(tools(), stop.signal);

const last = () => checks.at(-1)!.parts;
const partNamed = (name: PartCheck['part']) => last().find(({ part }) => part === name)!;
const results = () => last().map(({ result }) => result);

describe('a check of the site', () => {
  it('understands what the site sends today, with five requests', async () => {
    await check();
    expect(asked.map(({ part }) => part)).toEqual(['siteRules', 'apiRules', 'catalogue', 'model', 'likes']);
    expect(results()).toEqual(Array(5).fill('understood'));
    expect(partNamed('catalogue').fields).toContainEqual({ name: 'licence', found: 24, of: 24 });
    expect(partNamed('likes').structure).toContainEqual({ path: 'results[].uid', type: 'text', count: 24 });
  });

  it('keeps the delay between its requests, and before the next one of a crawl', async () => {
    await check();
    const gaps = asked.slice(1).map(({ at }, i) => at - asked[i]!.at);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(1_000);
    expect(host.notBefore).toBeGreaterThanOrEqual(asked.at(-1)!.at + 1_000);
  });

  it('stores nothing of what the site says', async () => {
    await check();
    expect(JSON.stringify(checks)).not.toMatch(/Secret|ada|user-|robot|aaaa/);
  });

  it('can be shown while it goes on', async () => {
    await check();
    expect(checks.map(({ parts }) => parts.length)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('names a field that no model has any more', async () => {
    const renamed = rows(modelJson).map(({ license, ...others }) => ({ ...others, licence: license }));
    answers['catalogue'] = json({ results: renamed, cursors: { next: 'c24' } });
    await check();
    expect(partNamed('catalogue').result).toBe('partly');
    expect(partNamed('catalogue').fields).toContainEqual({ name: 'licence', found: 0, of: 24 });
    expect(partNamed('catalogue').structure).toContainEqual({
      path: 'results[].licence',
      type: 'text',
      count: 24,
    });
  });

  it('says why an answer of another shape is not understood, and goes on', async () => {
    answers['catalogue'] = json({ items: [] });
    captured = uidOf(7);
    answers['model'] = json(modelJson(7));
    await check();
    expect(partNamed('catalogue')).toMatchObject({ result: 'notUnderstood', cause: 'results: no list' });
    expect(partNamed('model').result).toBe('understood');
    expect(partNamed('likes').result).toBe('understood');
  });

  it('requests no model if none is known', async () => {
    answers['catalogue'] = json({ items: [] });
    await check();
    expect(asked).toHaveLength(3);
    expect(results().slice(3)).toEqual(['notRequested', 'notRequested']);
  });

  it('requests nothing that robots.txt disallows, unless the user has decided otherwise', async () => {
    answers['siteRules'] = ok('User-agent: *\nDisallow: /i/');
    await check();
    expect(asked.map(({ part }) => part)).not.toContain('likes');
    expect(partNamed('likes').cause).toMatch(/robots\.txt asks/);
    asked = [];
    host = calmHost;
    pace = { ...pace, crawlDespiteRobots: true };
    await check();
    expect(asked.map(({ part }) => part)).toContain('likes');
  });

  it('requests nothing from a host whose robots.txt cannot be read', async () => {
    answers['apiRules'] = ok('oops', 500);
    captured = uidOf(1);
    await check();
    expect(asked.map(({ part }) => part)).not.toContain('catalogue');
    expect(partNamed('apiRules').result).toBe('noAnswer');
    expect(partNamed('model').result).toBe('notRequested');
  });

  it.each([
    ['a bot check', { ...ok('', 202), wall: 'challenge' }],
    ['a request to slow down', { ...ok('{}', 429), retryAfter: '3600' }],
    ['no network', { failure: 'offline', message: '' } as const],
  ])('ends with %s', async (_, answer) => {
    answers['catalogue'] = answer;
    captured = uidOf(1);
    await check();
    expect(asked).toHaveLength(3);
    expect(results()).toEqual(['understood', 'understood', 'noAnswer', 'notRequested', 'notRequested']);
  });

  it('keeps a slow pace, and says so if that would take too long', async () => {
    pace = { ...pace, crawlDelayMs: 30_000 };
    await check();
    expect(results()).toEqual(Array(5).fill('understood'));
    const gaps = asked.slice(1).map(({ at }, i) => at - asked[i]!.at);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(30_000);
    host = calmHost;
    pace = { ...pace, crawlDelayMs: 120_000 };
    await check();
    expect(partNamed('likes').cause).toBe('the delay between requests is too long for a check');
  });

  it('sends nothing more once it is to end', async () => {
    const { fetchAnswer } = tools();
    const stopping: CheckTools = {
      ...tools(),
      fetchAnswer: (url) => {
        stop.abort(new Error('everything is being deleted'));
        return fetchAnswer(url);
      },
    };
    await expect(checkSite(stopping, stop.signal)).rejects.toThrow('everything is being deleted');
    expect(asked).toHaveLength(1);
  });

  it('leaves a wait that the site requested to the next crawl as well', async () => {
    answers['catalogue'] = { ...ok('{}', 429), retryAfter: '3600' };
    await check();
    expect(host.notBefore).toBeGreaterThanOrEqual(asked.at(-1)!.at + 3_600_000);
    asked = [];
    await check();
    expect(asked).toEqual([]);
    expect(results()).toEqual(Array(5).fill('notRequested'));
  });
});
