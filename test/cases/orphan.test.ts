// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://sketchfab.com/3d-models/popular"}
import { describe, expect, it, vi } from 'vitest';
import { append, browser, card, openPages, pass, sighted, startCapturing, uid } from '../content/pages';

vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name: keyof typeof browser.api) => browser.api[name] }),
}));

openPages();

describe('a content script orphaned by an update', () => {
  it('stops without reports, timers or console messages, and leaves the page unchanged', async () => {
    const spies = (['log', 'warn', 'error'] as const).map((level) =>
      vi.spyOn(console, level).mockReturnValue(),
    );
    append(card(1));
    await startCapturing();
    browser.orphan();
    append(card(2));
    const page = document.documentElement.outerHTML;
    await pass(60_000);
    append(card(3));
    await pass(60_000);
    expect(sighted().map((facts) => facts.uid)).toEqual([uid(1)]);
    expect(vi.getTimerCount()).toBe(0);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
    expect(document.documentElement.outerHTML).toContain(uid(3));
    expect(document.documentElement.outerHTML.replace(card(3), '')).toBe(page);
  });
});
