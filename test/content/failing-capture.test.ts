// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://sketchfab.com/3d-models/popular"}
import { describe, expect, it, vi } from 'vitest';
import { maxModelsPerPage, maxSightingsPerReport } from '../../src/messaging/page-report';
import {
  append,
  browser,
  card,
  cards,
  openPages,
  pass,
  reports,
  sighted,
  start,
  startCapturing,
  uid,
} from './pages';

vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name: keyof typeof browser.api) => browser.api[name] }),
}));

openPages();

describe('a worker that does not respond', () => {
  it('gets the sightings later, with newer ones, and one warning is logged on the page', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    browser.answer = () => {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    };
    append(card(1));
    await startCapturing();
    append(card(2));
    await pass(20_000);
    browser.received.length = 0;
    browser.answer = () => ({ ok: true });
    await pass(5 * 60_000);
    expect(reports()).toHaveLength(1);
    expect(sighted().map((facts) => facts.uid)).toEqual([uid(1), uid(2)]);
    expect(warn).toHaveBeenCalledTimes(1);
  });

  it('is asked at growing intervals', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    browser.answer = () => undefined;
    append(card(1));
    await startCapturing();
    await pass(60 * 60_000);
    expect(browser.received.length).toBeGreaterThan(10);
    expect(browser.received.length).toBeLessThan(25);
  });

  it('gets one report at a time while it lasts', async () => {
    const answers: (() => void)[] = [];
    browser.answer = () => new Promise((resolve) => answers.push(() => resolve({ ok: true })));
    append(card(1));
    await startCapturing();
    append(card(2));
    await pass(1_000);
    expect(reports()).toHaveLength(1);
    answers[0]!();
    await pass(0);
    expect(sighted().map((facts) => facts.uid)).toEqual([uid(1), uid(2)]);
    answers[1]!();
    await pass(0);
  });
});

describe('a report under way', () => {
  it('does not swallow what is learned about the same model meanwhile', async () => {
    const answers: (() => void)[] = [];
    browser.answer = () => new Promise((resolve) => answers.push(() => resolve({ ok: true })));
    append(card(1, ''));
    await startCapturing();
    document.querySelector('.count')!.textContent = '34';
    await pass(1_000);
    answers[0]!();
    await pass(0);
    expect(sighted().map(({ likeCount }) => likeCount)).toEqual([null, 34]);
    answers[1]!();
    await pass(0);
  });
});

describe('an orphaned script', () => {
  it('stops at the next change of the page even if there is nothing to send', async () => {
    await startCapturing();
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    browser.orphan();
    append('<p>no card</p>');
    await pass(1_000);
    expect(disconnect).toHaveBeenCalledTimes(1);
  });

  it('stops quietly and for good', async () => {
    const spies = (['log', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockReturnValue(),
    );
    append(card(1));
    await startCapturing();
    const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
    browser.orphan();
    append(card(2));
    await pass(10_000);
    expect(disconnect).toHaveBeenCalledTimes(1);
    append(card(3));
    await pass(0);
    expect(vi.getTimerCount()).toBe(0);
    expect(sighted().map((facts) => facts.uid)).toEqual([uid(1)]);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it('stops when a failed message reveals that it is orphaned', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    browser.answer = () => {
      throw new Error('Extension context invalidated.');
    };
    append(card(1));
    await startCapturing();
    append(card(2));
    await pass(60_000);
    expect(browser.received).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(warn).not.toHaveBeenCalled();
  });
});

describe('a page made to overload the script', () => {
  it('reports at most 200 ids a second, in batches of at most 100, and loses none', async () => {
    append(cards(0, 700));
    browser.change({ consent: true });
    start();
    await pass(999);
    expect(sighted()).toHaveLength(200);
    await pass(1_000);
    expect(sighted()).toHaveLength(400);
    await pass(3_000);
    expect(new Set(sighted().map((facts) => facts.uid)).size).toBe(700);
    for (const { sightings } of reports())
      expect(sightings.length).toBeLessThanOrEqual(maxSightingsPerReport);
  });

  it('is read up to the cap and then ignored until it navigates', async () => {
    append(cards(0, maxModelsPerPage + 300));
    await startCapturing();
    await pass(60_000);
    expect(reports().at(-1)?.modelsOnPage).toBe(maxModelsPerPage);
    expect(vi.getTimerCount()).toBe(0);
    history.pushState(null, '', '/search?q=next');
    append(card(999_999));
    await pass(1_000);
    expect(reports().at(-1)).toMatchObject({ pageSerial: 1, modelsOnPage: 1 });
  });

  it('with endless changes of one card costs one reading a batch', async () => {
    append(card(1));
    await startCapturing();
    const count = document.querySelector('.count')!;
    for (let i = 0; i < 1_000; i++) count.textContent = String(i);
    await pass(1_000);
    expect(sighted().map(({ likeCount }) => likeCount)).toEqual([5, 999]);
  });

  it('that removes what it just showed does not end the watching', async () => {
    await startCapturing();
    append(cards(0, 500));
    await pass(150);
    document.body.innerHTML = '';
    await pass(10_000);
    expect(new Set(sighted().map((facts) => facts.uid)).size).toBe(500);
  });
});
