// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://sketchfab.com/3d-models/popular"}
import { afterEach, describe, expect, it, vi } from 'vitest';
import { append, browser, cards, openPages, pass, sighted, startCapturing, uid } from './pages';

vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name: keyof typeof browser.api) => browser.api[name] }),
}));

openPages();

function turn(visibilityState: 'visible' | 'hidden'): void {
  Object.defineProperty(document, 'visibilityState', { value: visibilityState, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => {
  Reflect.deleteProperty(document, 'visibilityState');
});

const uids = () => sighted().map((facts) => facts.uid);
const listed = (models: number) => Array.from({ length: models }, (_, index) => uid(index));

describe('a page that is not in view any more', () => {
  it('is not read on, whatever its scripts add or open', async () => {
    append(cards(0, 3));
    await startCapturing();
    turn('hidden');
    await pass(20_000);
    append(cards(3, 6));
    history.replaceState(null, '', `/3d-models/tin-robot-${uid(6)}`);
    window.dispatchEvent(new PopStateEvent('popstate'));
    await pass(20_000);
    expect(uids()).toEqual(listed(3));
  });

  it('lends none of its texts to the model before, if a script opens another one at once', async () => {
    const label = (name: string) => `<span class="model-name__label" itemprop="name">${name}</span>`;
    history.replaceState(null, '', `/3d-models/robot-${uid(1)}`);
    append(label('Robot'));
    await startCapturing();
    append('<p>a change, so that the model is read once more</p>');
    await pass(0);
    turn('hidden');
    history.replaceState(null, '', `/3d-models/castle-${uid(2)}`);
    document.body.innerHTML = label('Castle');
    await pass(9_000);
    expect(sighted().map(({ name }) => name)).toEqual(['Robot']);
    turn('visible');
    await pass(5_000);
    const castle = sighted().filter(({ name }) => name === 'Castle');
    expect(castle.map((facts) => facts.uid)).toEqual([uid(2)]);
  });

  it('is not read on at once either, while the rest of what was there is', async () => {
    append(cards(0, 3));
    await startCapturing();
    append(cards(3, 6));
    turn('hidden');
    append(cards(6, 9));
    await pass(5_000);
    expect(uids()).toEqual(listed(6));
  });

  it('is read to its end, if that does not take long', async () => {
    const models = 450; // more than a second's worth
    append(cards(0, models));
    await startCapturing();
    turn('hidden');
    await pass(5_000);
    expect(new Set(uids())).toEqual(new Set(listed(models)));
  });

  it('is not read for longer by scripts that keep it long', async () => {
    append(cards(0, 450));
    await startCapturing();
    turn('hidden');
    for (let nth = 0; nth < 60; nth += 1) {
      document.body.insertAdjacentHTML('beforeend', cards(450 + 200 * nth, 650 + 200 * nth));
      await pass(1_000);
    }
    expect(uids().length).toBeLessThan(2_600);
  });

  it('goes on to be read when it is back in view, with all that it shows by then', async () => {
    append(cards(0, 3));
    await startCapturing();
    turn('hidden');
    append(cards(3, 6));
    await pass(20_000);
    turn('visible');
    await pass(1_000);
    expect(uids()).toEqual(listed(6));
    append(cards(6, 9));
    await pass(1_000);
    expect(uids()).toEqual(listed(9));
  });

  it('is read once if auto-capture is switched on meanwhile, since it was looked at before', async () => {
    append(cards(0, 3));
    turn('hidden');
    await startCapturing();
    append(cards(3, 6));
    await pass(20_000);
    expect(uids()).toEqual(listed(3));
  });
});
