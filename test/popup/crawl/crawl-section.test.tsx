// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { press, show } from '../shown-page';

afterEach(() => render(null, document.body));

describe('the section "Crawl"', () => {
  it('ignores robots.txt only after "Crawl anyway"', () => {
    const actions = show('blocked-robots');
    press('Crawl anyway');
    expect(actions.crawlDespiteRobots).toHaveBeenCalledOnce();
    expect(actions.startCrawl).not.toHaveBeenCalled();
    expect(actions.resumeCrawl).not.toHaveBeenCalled();
  });

  it('offers the cookies switch when blocked and in the settings, but never twice', () => {
    const cookieSwitches = () =>
      [...document.querySelectorAll('[role=switch]')].filter((each) =>
        document.getElementById(each.getAttribute('aria-labelledby')!)?.textContent.includes('cookies'),
      );
    for (const [state, at, expected] of [
      ['blocked', 'popup', 1],
      ['blocked', 'overview', 1],
      ['blocked', 'settings', 1],
      ['blocked-robots', 'popup', 0],
      ['crawling', 'popup', 0],
      ['crawling', 'overview', 0],
      ['crawling', 'settings', 1],
    ] as const) {
      show(state, at);
      expect(cookieSwitches(), `${state} in ${at}`).toHaveLength(expected);
    }
    const actions = show('blocked');
    (cookieSwitches()[0] as HTMLElement).click();
    expect(actions.changeSettings).toHaveBeenCalledExactlyOnceWith({ useCookies: true });
  });

  it('starts the kind of crawl that each button names', () => {
    const actions = show('problems', 'overview');
    for (const name of ['Crawl all', 'Retry failed', 'Read every list again']) press(name);
    expect(vi.mocked(actions.startCrawl).mock.calls).toEqual([['all'], ['failed'], ['anew']]);
  });

  it('measures a recrawl by its requests', () => {
    show('rechecking');
    const crawl = document.querySelector('[role=progressbar]')!;
    expect(crawl.getAttribute('aria-valuetext')).toBe('307 requests made, about 930 requests to go');
    expect(crawl.getAttribute('aria-valuemax')).toBe('1240');
  });

  it('says that lost data was restored, until the likes are back', () => {
    show('restored');
    expect(document.querySelector('.notice')?.textContent).toContain('1,198 captured models came back');
    show('capturing');
    expect(document.querySelector('.notice')).toBeNull();
  });
});
