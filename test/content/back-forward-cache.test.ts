// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://sketchfab.com/3d-models/popular"}
import { describe, expect, it, vi } from 'vitest';
import { append, browser, card, cards, openPages, pass, reports, sighted, startCapturing } from './pages';

vi.mock('webextension-polyfill', () => ({
  default: new Proxy({}, { get: (_, name: keyof typeof browser.api) => browser.api[name] }),
}));

openPages();

describe('a page restored from the back/forward cache', () => {
  const comeBack = (persisted: boolean) =>
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }));

  it('reports its count again, as the worker may have seen another page of this tab since', async () => {
    append(cards(0, 3));
    await startCapturing();
    comeBack(true);
    await pass(1_000);
    expect(reports()).toHaveLength(2);
    expect(reports()[1]).toMatchObject({ modelsOnPage: 3, sightings: [] });
  });

  it('reports again even if an earlier report was never answered', async () => {
    browser.answer = () => new Promise(() => {});
    append(cards(0, 3));
    await startCapturing();
    browser.answer = () => ({ ok: true });
    comeBack(true);
    await pass(1_000);
    expect(reports()).toHaveLength(2);
    expect(reports()[1]).toMatchObject({ modelsOnPage: 3 });
    expect(sighted()).toHaveLength(6); // the unanswered ones once more
    append(card(7));
    await pass(1_000);
    expect(reports()).toHaveLength(3);
  });

  it('is not disturbed by a late answer to an earlier report', async () => {
    const answers: (() => void)[] = [];
    browser.answer = () => new Promise((_, reject) => answers.push(() => reject(new Error('too late'))));
    append(cards(0, 3));
    await startCapturing();
    browser.answer = () => ({ ok: true });
    comeBack(true);
    await pass(1_000);
    answers[0]!();
    append(card(7));
    await pass(1_000);
    expect(reports()).toHaveLength(3);
  });

  it('reports again after a late answer to an earlier report and a failure of the next', async () => {
    vi.spyOn(console, 'warn').mockReturnValue();
    const answers: (() => void)[] = [];
    browser.answer = () => new Promise((resolve) => answers.push(() => resolve({ ok: true })));
    append(cards(0, 3));
    await startCapturing();
    const failures: (() => void)[] = [];
    browser.answer = () => new Promise((_, reject) => failures.push(() => reject(new Error('gone'))));
    comeBack(true);
    await pass(100);
    answers[0]!();
    await pass(100);
    browser.answer = () => ({ ok: true });
    failures[0]!();
    await pass(10_000);
    expect(reports()).toHaveLength(3);
    expect(reports()[2]).toMatchObject({ modelsOnPage: 3 });
  });

  it('asks whether it should still be read', async () => {
    append(cards(0, 3));
    await startCapturing();
    browser.answerSwitch = () => ({ ok: true, reply: false });
    comeBack(true);
    await pass(1_000);
    append(card(7));
    await pass(1_000);
    expect(sighted()).toHaveLength(3);
  });

  it('is not mistaken for a newly loaded page', async () => {
    append(cards(0, 3));
    await startCapturing();
    comeBack(false);
    await pass(1_000);
    expect(reports()).toHaveLength(1);
  });
});
