// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://sketchfab.com/3d-models/popular"}
import { describe, expect, it, vi } from 'vitest';
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

describe('before the user has consented', () => {
  it('reads nothing and sends nothing', async () => {
    append(card(1));
    start();
    await pass(10_000);
    expect(browser.received).toEqual([]);
  });
});

describe('a list', () => {
  it('is read when it is open, with all that its cards show', async () => {
    append(card(1));
    await startCapturing();
    expect(reports()).toHaveLength(1);
    expect(reports()[0]).toMatchObject({
      pageSerial: 0,
      modelsOnPage: 1,
      sightings: [{ uid: uid(1), name: 'Model 1', likeCount: 5 }],
    });
  });

  it('is read on as it grows, and reports nothing twice', async () => {
    append(cards(0, 3));
    await startCapturing();
    append(cards(3, 5));
    await pass(1_000);
    expect(sighted().map((facts) => facts.uid)).toEqual([0, 1, 2, 3, 4].map(uid));
    expect(reports().at(-1)?.modelsOnPage).toBe(5);
  });

  it('is read again if counts are drawn late', async () => {
    append(card(1, '') + card(2, ''));
    await startCapturing();
    document.querySelector('.count')!.textContent = '34';
    await pass(1_000);
    expect(sighted().map(({ likeCount }) => likeCount)).toEqual([null, null, 34]);
  });

  it('is read again if counts change in place', async () => {
    append(card(1));
    await startCapturing();
    (document.querySelector('.count')!.firstChild as Text).data = '6';
    await pass(1_000);
    expect(sighted().map(({ likeCount }) => likeCount)).toEqual([5, 6]);
  });

  it('reports both models if a card is reused for another', async () => {
    append(card(1));
    await startCapturing();
    document.querySelector('[data-uid]')!.setAttribute('data-uid', uid(2));
    await pass(1_000);
    expect(sighted().map((facts) => facts.uid)).toEqual([uid(1), uid(2)]);
  });

  it('is not changed by being read', async () => {
    append(cards(0, 3));
    const before = document.documentElement.outerHTML;
    await startCapturing();
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('in the markup of 2018 takes tags from the JSON that came with it', async () => {
    const json = { results: [{ uid: uid(1), tags: ['robot'] }] };
    append(
      `<script type="text/plain">prefetchedData[ "/i/models?count=24" ] = ${JSON.stringify(json)};</script>${card(1)}`,
    );
    await startCapturing();
    expect(sighted()).toMatchObject([{ name: 'Model 1', tags: [{ name: 'robot', slug: null }] }]);
  });
});

describe('in-page navigation', () => {
  it('starts a new page, whose count begins at 0, and repeats no report', async () => {
    append(cards(0, 3));
    await startCapturing();
    history.pushState(null, '', '/3d-models/staffpicks');
    document.body.innerHTML = cards(2, 4);
    await pass(1_000);
    expect(reports().at(-1)).toMatchObject({ pageSerial: 1, modelsOnPage: 2 });
    expect(sighted().map((facts) => facts.uid)).toEqual([0, 1, 2, 3].map(uid));
  });

  it('by the back button is noticed even if the page does not change', async () => {
    await startCapturing();
    history.replaceState(null, '', '/search?q=robot');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await pass(1_000);
    expect(reports().map(({ pageSerial }) => pageSerial)).toEqual([0, 1]);
  });

  it('to another part of the same page is ignored', async () => {
    await startCapturing();
    history.pushState(null, '', '#comments');
    window.dispatchEvent(new PopStateEvent('popstate'));
    append(card(1));
    await pass(1_000);
    expect(reports().at(-1)).toMatchObject({ pageSerial: 0, modelsOnPage: 1 });
  });

  it('to a model reads it and its related cards once the page is drawn', async () => {
    await startCapturing();
    history.pushState(null, '', `/3d-models/tin-robot-${uid(7)}`);
    append('<p>Loading</p>');
    await pass(2_000);
    expect(sighted()).toEqual([]);
    append(`<span class="model-name__label" itemprop="name">Tin Robot</span>${card(1)}`);
    await pass(2_000);
    expect(sighted().map(({ name }) => name)).toEqual(['Model 1', 'Tin Robot']);
    expect(reports().at(-1)?.modelsOnPage).toBe(2);
  });
});

describe('a model page', () => {
  const json = (model: object) =>
    `<div id="js-dom-data-prefetched-data"><!--${JSON.stringify({ [`/i/models/${uid(7)}`]: model }).replaceAll('"', '&#34;')}--></div>`;

  it('is read from the JSON it came with', async () => {
    history.replaceState(null, '', `/3d-models/tin-robot-${uid(7)}`);
    append(json({ uid: uid(7), name: 'Tin Robot', likeCount: 34, tags: [] }));
    await startCapturing();
    expect(sighted()).toMatchObject([{ uid: uid(7), name: 'Tin Robot', likeCount: 34, tags: [] }]);
  });

  it('is read again if its tags are drawn a moment later', async () => {
    history.replaceState(null, '', `/3d-models/tin-robot-${uid(7)}`);
    append('<span class="model-name__label" itemprop="name">Tin Robot</span>');
    browser.change({ consent: true });
    start();
    await pass(50);
    append(
      '<section class="model-meta-row tags"><ul><li><a href="/tags/robot">robot</a></li></ul></section>',
    );
    await pass(2_000);
    expect(sighted().map(({ name, tags }) => [name, tags?.length])).toEqual([
      ['Tin Robot', undefined],
      ['Tin Robot', 1],
    ]);
  });

  it('is not captured if the model is private', async () => {
    history.replaceState(null, '', `/3d-models/tin-robot-${uid(7)}`);
    append(json({ uid: uid(7), name: 'Tin Robot', visibility: 'private' }));
    append('<span class="model-name__label" itemprop="name">Tin Robot</span>');
    await startCapturing();
    expect(sighted()).toEqual([]);
  });
});

describe('the auto-capture switch', () => {
  it('stops reading at once when turned off, and reads the current page when turned on', async () => {
    append(card(1));
    await startCapturing();
    browser.change({ autoCapture: false });
    await pass(0);
    append(card(2));
    await pass(10_000);
    expect(sighted().map((facts) => facts.uid)).toEqual([uid(1)]);

    browser.change({ autoCapture: true });
    await pass(1_000);
    expect(reports().at(-1)).toMatchObject({ pageSerial: 1, modelsOnPage: 2 });
    expect(sighted().at(-1)?.uid).toBe(uid(2));
  });

  it('follows a signal even if the reply to an earlier question arrives later', async () => {
    append(card(1));
    let reply: (answer: unknown) => void = () => undefined;
    browser.answerSwitch = () => new Promise((resolve) => (reply = resolve));
    start();
    await pass(0);
    browser.change({ consent: false });
    reply({ ok: true, reply: true });
    await pass(10_000);
    expect(browser.received).toEqual([]);
  });

  it('is asked for again when the worker did not respond', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    append(card(1));
    browser.answerSwitch = () => undefined;
    start();
    await pass(1_000);
    expect(browser.received).toEqual([]);
    browser.answerSwitch = () => ({ ok: true, reply: true });
    await pass(10_000);
    expect(sighted()).toHaveLength(1);
    expect(warn).toHaveBeenCalledOnce();
  });

  it.each([
    ['a page of another extension', { name: 'captureChanged', isOn: true }, { id: 'them' }],
    ['a content script', { name: 'captureChanged', isOn: true }, { id: 'an-id', tab: {} }],
    ['an unknown sender', { name: 'captureChanged', isOn: true }, {}],
    ['a malformed signal of the worker', { name: 'captureChanged', isOn: 'true' }, { id: 'an-id' }],
    ['another signal of the worker', { name: 'somethingElse', isOn: true }, { id: 'an-id' }],
  ])('is not turned on by %s', async (_, message, sender) => {
    append(card(1));
    start();
    browser.signal(message, sender);
    await pass(10_000);
    expect(browser.received).toEqual([]);
  });

  it('ends in its last position if it is toggled faster than settings are read', async () => {
    append(card(1));
    start();
    browser.change({ consent: true });
    browser.change({ autoCapture: false });
    await pass(10_000);
    expect(browser.received).toEqual([]);
  });
});
