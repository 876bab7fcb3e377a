import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import * as answers from '../../practice/fault-answers';
import { startPracticeSite, type PracticeSite } from '../../practice/practice-site';
import * as wire from '../../practice/wire-faults';
import type { Fault } from '../../practice/faults';
import { createWorld } from '../../practice/world/world';
import { ask, askJson } from './ask';

const world = createWorld({ seed: 7, models: 40, users: 900, likes: 2_000 });
const [model, other] = [world.modelAt(world.byLikes[0]!), world.modelAt(world.byLikes[1]!)];
const likes = `/i/likes?model=${model.uid}`;
let site: PracticeSite;
beforeAll(async () => {
  site = await startPracticeSite({ world });
});
afterEach(() => {
  site.faults.clear();
  site.ledger.clear();
});
afterAll(() => site.close());

const always = (answer: Fault) => site.faults.plan({ match: { path: '/i/likes' }, times: 'always', answer });
const statuses = async (addresses: string[]) => {
  const found: number[] = [];
  for (const address of addresses) found.push((await ask(site, address)).status);
  return found;
};

describe('a planned fault', () => {
  it('occurs as often as planned, after as many good responses as planned', async () => {
    const planned = site.faults.plan({
      match: { path: '/i/likes' },
      times: 2,
      after: 1,
      answer: answers.serverError(503),
    });
    expect(await statuses([likes, likes, likes, likes])).toEqual([200, 503, 503, 200]);
    expect(planned.hits).toBe(2);
    expect(site.ledger.entries.map(({ fault }) => fault)).toEqual([
      null,
      'server error 503',
      'server error 503',
      null,
    ]);
  });

  it('affects only its model, whichever way that is requested', async () => {
    site.faults.plan({ match: { model: model.uid }, times: 'always', answer: answers.notFound() });
    const asked = [likes, `/i/models/${model.uid}`, `/i/likes?model=${other.uid}`];
    expect(await statuses(asked)).toEqual([404, 404, 200]);
  });

  it('can apply to a pattern of path and query', async () => {
    site.faults.plan({ match: { path: /offset=24\b/g }, times: 'always', answer: answers.notFound() });
    const second = `${likes}&offset=24`;
    expect(await statuses([likes, second, second])).toEqual([200, 404, 404]);
  });

  it('can be cancelled', async () => {
    always(answers.notFound()).cancel();
    expect(await statuses([likes])).toEqual([200]);
  });

  it('never blocks the page that lifts it', async () => {
    site.faults.plan({ match: {}, times: 'always', answer: answers.forbiddenPage() });
    expect(await statuses(['/practice', '/practice/state.json', '/3d-models/popular'])).toEqual([
      200, 200, 403,
    ]);
    await ask(site, '/practice/faults/none', { method: 'POST' });
    expect(await statuses(['/3d-models/popular'])).toEqual([200]);
    expect(site.ledger.apiRequests()).toEqual([]);
  });
});

describe('a faulty response', () => {
  it.each<[string, Fault, number, Record<string, string>, RegExp]>([
    ['429', answers.tooManyRequests('120'), 429, { 'retry-after': '120' }, /throttled/],
    ['429 with nonsense', answers.tooManyRequests('soon'), 429, { 'retry-after': 'soon' }, /throttled/],
    ['challenge', answers.wafChallenge(), 202, { 'x-amzn-waf-action': 'challenge' }, /^$/],
    ['captcha', answers.wafCaptcha(), 405, { 'x-amzn-waf-action': 'captcha' }, /<p>/],
    ['403 with JSON', answers.forbiddenJson(), 403, { 'content-type': 'application/json' }, /permission/],
    ['403 with a page', answers.forbiddenPage(), 403, { 'content-type': 'text/html; charset=utf-8' }, /<p>/],
    ['a page', answers.pageInsteadOfJson(), 200, { 'content-type': 'text/html; charset=utf-8' }, /<p>/],
    ['an empty response', answers.emptyAnswer(), 200, { 'content-length': '0' }, /^$/],
    ['login', answers.redirectToLogin(), 302, { location: 'https://sketchfab.com/login?next=%2F' }, /^$/],
    ['other JSON', answers.jsonInstead({ results: null }), 200, {}, /^\{"results":null\}$/],
    ['anything', answers.respond(418, { 'x-tea': 'pot' }, 'short'), 418, { 'x-tea': 'pot' }, /^short$/],
  ])('%s', async (_, fault, status, headers, body) => {
    always(fault);
    const reply = await ask(site, likes);
    expect(reply.status).toBe(status);
    expect(reply.headers).toMatchObject(headers);
    expect(reply.body).toMatch(body);
  });

  it('is the right JSON with changes', async () => {
    always(answers.changedJson((json) => ({ ...(json as object), next: 'again' })));
    const page = await askJson<{ next: string; results: unknown[] }>(site, likes);
    expect(page.next).toBe('again');
    expect(page.results).toHaveLength(24);
  });

  it('is the right JSON, truncated', async () => {
    always(answers.truncatedJson());
    const reply = await ask(site, likes);
    expect(reply.body).toMatch(/^\{/);
    expect(() => JSON.parse(reply.body) as unknown).toThrow(SyntaxError);
  });
});

describe('a connection fault', () => {
  it.each<[string, Fault]>([
    ['cut before the first byte', wire.connectionCut()],
    ['reset in the body', wire.resetMidBody()],
    ['a content length that is too large', wire.wrongContentLength()],
  ])('%s breaks the request', async (_, fault) => {
    always(fault);
    await expect(ask(site, likes)).rejects.toThrow(/hang up|aborted|ECONNRESET/);
  });

  it('can delay a good response', async () => {
    always(wire.slow(300));
    const begin = performance.now();
    expect((await ask(site, likes)).status).toBe(200);
    expect(performance.now() - begin).toBeGreaterThan(295);
  });

  it('can send the body slowly, but complete', async () => {
    const whole = (await ask(site, likes)).body;
    always(wire.drip(20, 2_000));
    const begin = performance.now();
    expect((await ask(site, likes)).body).toBe(whole);
    expect(performance.now() - begin).toBeGreaterThan((whole.length / 2_000) * 15);
  });

  it('ends early for a client that gives up', async () => {
    always(wire.slow(60_000));
    await expect(ask(site, likes, { signal: AbortSignal.timeout(100) })).rejects.toThrow();
    await expect.poll(() => site.ledger.entries[0]?.finishedAt).not.toBeNull();
    expect(site.ledger.entries[0]).toMatchObject({ status: 0, fault: '60000 ms late' });
  });

  it('ends with the connection even if its time is not up', async () => {
    const response = new ServerResponse(new IncomingMessage(new Socket()));
    const played = wire.slow(60_000).play({ status: 200, headers: {}, body: '' }, response);
    response.destroy();
    response.emit('close');
    await played;
    expect(response.headersSent).toBe(false);
  });

  it('can send a huge body of the promised length', async () => {
    always(wire.hugeBody(5_000_000));
    const reply = await ask(site, likes);
    expect(reply.body.length).toBeGreaterThan(5_000_000);
    expect(JSON.parse(reply.body)).toEqual({ results: [], next: null });
  });

  it('can turn the site off, which then returns on the same port', async () => {
    await site.goOffline();
    await expect(ask(site, likes)).rejects.toThrow('ECONNREFUSED');
    await site.goOnline();
    expect((await ask(site, likes)).status).toBe(200);
  });
});
