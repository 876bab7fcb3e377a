// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { press, show } from '../shown-page';

afterEach(() => render(null, document.body));

describe('what a person chooses on the page', () => {
  it('sets robots.txt aside only by the button that says so', () => {
    const actions = show('blocked-robots');
    press('Crawl anyway');
    expect(actions.crawlDespiteRobots).toHaveBeenCalledOnce();
    expect(actions.startCrawl).not.toHaveBeenCalled();
    expect(actions.resumeCrawl).not.toHaveBeenCalled();
  });

  it('offers the own cookies beside a wall and in the settings, but never twice', () => {
    const cookieSwitches = () =>
      [...document.querySelectorAll('[role=switch]')].filter((each) =>
        document.getElementById(each.getAttribute('aria-labelledby')!)?.textContent.includes('cookies'),
      );
    for (const [state, view, expected] of [
      ['blocked', 'popup', 1],
      ['blocked', 'tab', 1],
      ['blocked-robots', 'popup', 0],
      ['crawling', 'popup', 0],
      ['crawling', 'tab', 1],
    ] as const) {
      show(state, view);
      expect(cookieSwitches(), `${state} in ${view}`).toHaveLength(expected);
    }
    const actions = show('blocked');
    (cookieSwitches()[0] as HTMLElement).click();
    expect(actions.changeSettings).toHaveBeenCalledExactlyOnceWith({ useCookies: true });
  });

  it('looks for the most liked models down to what stands in the field', () => {
    const actions = show('capturing');
    const field = document.querySelector<HTMLInputElement>('input')!;
    expect(field.labels![0]!.textContent).toBe('Minimum likes per model');
    expect(field.value).toBe('5');
    field.value = '12';
    press('Find most liked models');
    expect(actions.discoverMostLiked).toHaveBeenCalledExactlyOnceWith(12);
    field.value = '';
    press('Find most liked models');
    expect(actions.discoverMostLiked).toHaveBeenCalledOnce();
  });

  it('saves a pace of half a second and more, and nothing faster', () => {
    const actions = show('capturing', 'tab');
    const field = document.querySelector<HTMLInputElement>('input[name=crawlDelay]')!;
    const type = (text: string) => {
      field.value = text;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    };
    for (const text of ['0.4', '', '-1', '601']) type(text);
    expect(actions.changeSettings).not.toHaveBeenCalled();
    type('2.5');
    expect(actions.changeSettings).toHaveBeenCalledExactlyOnceWith({ crawlDelayMs: 2_500 });
  });

  it('keeps what is being typed while the page is drawn anew', () => {
    show('capturing');
    document.querySelector<HTMLInputElement>('input')!.value = '123';
    show('capturing');
    expect(document.querySelector<HTMLInputElement>('input')!.value).toBe('123');
  });

  it('deletes only what was asked for twice, in the page itself', async () => {
    const actions = show('crawling', 'tab');
    press('Delete everything');
    await vi.waitFor(() => expect(document.querySelector('[role=group]')).not.toBeNull());
    expect(document.querySelector('[role=group]')?.textContent).toContain(
      '1,240 models, 9,812 likes by 3,120 users',
    );
    press('Keep everything');
    await vi.waitFor(() => expect(document.querySelector('[role=group]')).toBeNull());
    expect(actions.deleteEverything).not.toHaveBeenCalled();
    press('Delete everything');
    await vi.waitFor(() => expect(document.querySelector('[role=group]')).not.toBeNull());
    press('Yes, delete everything');
    expect(actions.deleteEverything).toHaveBeenCalledOnce();
  });

  it('measures a crawl that looks for changes by its requests', () => {
    show('rechecking');
    const crawl = document.querySelector('[role=progressbar]')!;
    expect(crawl.getAttribute('aria-valuetext')).toBe('307 requests made, about 930 requests to go');
    expect(crawl.getAttribute('aria-valuemax')).toBe('1240');
  });

  it('asks for what each button of the crawl says', () => {
    const actions = show('problems', 'tab');
    for (const name of ['Crawl all', 'Retry failed', 'Read every list again']) press(name);
    expect(vi.mocked(actions.startCrawl).mock.calls).toEqual([['all'], ['failed'], ['anew']]);
  });

  it('tells calmly that the browser lost its data, until their likes are there again', () => {
    show('restored');
    expect(document.querySelector('.notice')?.textContent).toContain('1,198 captured models came back');
    show('capturing');
    expect(document.querySelector('.notice')).toBeNull();
  });
});
