import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/sketchfab/answer';
import { classifyResponse } from '../../src/sketchfab/classify-response';

type Response = Extract<Answer, { status: number }>;

const answer = (over: Partial<Response>): Response => ({
  status: 200,
  contentType: 'application/json',
  retryAfter: null,
  date: null,
  wall: null,
  withCookies: false,
  body: '{"results":[]}',
  ...over,
});

describe('what a response means', () => {
  it.each<[string, Partial<Response>, string]>([
    ['200 with JSON', {}, 'json'],
    ['200 with JSON and no content type', { contentType: null }, 'json'],
    ['200 with a web page', { contentType: 'text/html; charset=utf-8', body: '<html>' }, 'blocked'],
    ['200 with a web page labelled as JSON', { body: '\n <!doctype html>' }, 'blocked'],
    ['200 with an empty body', { body: '' }, 'blocked'],
    ['200 with truncated JSON', { body: '{"results":[{"uid":"16' }, 'error'],
    ['202 with a challenge header', { status: 202, wall: 'challenge', body: '' }, 'blocked'],
    ['202 with an empty body', { status: 202, body: '' }, 'blocked'],
    ['200 with a challenge header', { wall: 'challenge' }, 'blocked'],
    ['405 with a captcha', { status: 405, wall: 'captcha', body: '' }, 'blocked'],
    ['403 with a web page', { status: 403, contentType: 'text/html', body: '<html>' }, 'blocked'],
    ['403 with an empty body', { status: 403, body: '' }, 'blocked'],
    ['403 with JSON', { status: 403, body: '{"detail":"password"}' }, 'forbidden'],
    ['401 with JSON', { status: 401, body: '{"detail":"login"}' }, 'forbidden'],
    ['404', { status: 404, body: '{}' }, 'gone'],
    ['410', { status: 410 }, 'gone'],
    ['404 with a web page', { status: 404, contentType: 'text/html', body: '<html>' }, 'forbidden'],
    ['429', { status: 429, body: '' }, 'throttled'],
    ['503 with Retry-After', { status: 503, retryAfter: '60', body: '' }, 'throttled'],
    ['503 without Retry-After', { status: 503, body: '' }, 'error'],
    ['500', { status: 500 }, 'error'],
    ['an unknown status', { status: 418 }, 'error'],
  ])('%s', (_, over, is) => {
    expect(classifyResponse(answer(over)).is).toBe(is);
  });

  it.each<[Partial<Response>, string]>([
    [{ status: 202, wall: 'challenge' }, 'a check for humans (HTTP 202)'],
    [{ status: 405 }, 'a check for humans (HTTP 405)'],
    [{ status: 429 }, 'HTTP 429'],
    [{ status: 500, retryAfter: '60' }, 'Sketchfab answered with an error (HTTP 500)'],
    [{ status: 404, body: '<html>' }, 'not found, and no word of the model (HTTP 404)'],
    [{ status: 410 }, 'not on Sketchfab any more (HTTP 410)'],
    [{ status: 403, body: '<html>' }, 'refused (HTTP 403)'],
    [{ status: 401 }, 'not shown to everyone (HTTP 401)'],
    [{ body: ' \n' }, 'an empty page where data belongs (HTTP 200)'],
    [{ body: '\n<html>' }, 'a web page where data belongs (HTTP 200)'],
    [{ contentType: 'TEXT/HTML', body: 'Just a moment' }, 'a web page where data belongs (HTTP 200)'],
    [{ body: 'Just a moment' }, 'the answer was cut short'],
  ])('of %j is told as: %s', (over, cause) => {
    expect(classifyResponse(answer(over))).toMatchObject({ cause });
  });

  it.each([
    ['offline', 'offline'],
    ['no-connection', 'error'],
    ['timeout', 'error'],
    ['redirected', 'error'],
    ['too-large', 'unreadable'],
  ] as const)('no response: %s', (failure, is) => {
    expect(classifyResponse({ failure, message: '' }).is).toBe(is);
  });
});
