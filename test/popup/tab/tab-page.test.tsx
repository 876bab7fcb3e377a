// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { states } from '../gallery/states';
import { buttons, nameOf, press, show, showSnapshot } from '../shown-page';

afterEach(() => render(null, document.body));

const filled = () => document.querySelector('.filled')?.textContent;
const names = () => buttons().map(nameOf);

describe('the tab', () => {
  it('has a link to each view, and says which one is shown', () => {
    show('crawling', 'dataset');
    const nav = document.querySelector('nav')!;
    expect(nav.getAttribute('aria-label')).toBe('Views');
    const links = [...nav.querySelectorAll('a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Overview', '#overview'],
      ['Models', '#models'],
      ['Recommend', '#recommend'],
      ['Dataset', '#dataset'],
      ['Settings', '#settings'],
    ]);
    expect(links.filter((link) => link.getAttribute('aria-current') === 'page')).toEqual([links[3]]);
    expect(document.querySelector('h1')?.textContent).toBe('Dataset');
  });

  it('has the controls of the crawl on every view, with the way out of a block', () => {
    for (const at of ['overview', 'dataset', 'settings'] as const) {
      show('crawling', at);
      expect(names().slice(0, 2)).toEqual(['Pause', 'Stop']);
      expect(document.querySelectorAll('[role=progressbar]')).toHaveLength(1);
      expect(document.querySelector('.head')?.textContent).toContain('412 of 1,240 models. At most one');
      show('blocked-robots', at);
      expect(names().slice(0, 2)).toEqual(['Crawl anyway', 'Stop']);
      show('no-access', at);
      expect(names()[0]).toBe('Allow access to Sketchfab');
      show('done', at);
      expect(names()[0]).toBe('Crawl all');
      expect(document.querySelector('[role=progressbar]')).toBeNull();
    }
  });

  it('suggests the download, or what has to be done before', () => {
    for (const [state, at, expected] of [
      ['crawling', 'overview', 'Download dataset'],
      ['paused', 'dataset', 'Download dataset'],
      ['crawling', 'settings', undefined],
      ['exporting', 'overview', undefined],
      ['no-access', 'overview', 'Allow access to Sketchfab'],
      ['blocked', 'dataset', 'Open Sketchfab'],
      ['first-run', 'overview', 'Start collecting'],
      ['passphrase-none', 'dataset', undefined],
    ] as const) {
      show(state, at);
      expect(filled(), `${state} on ${at}`).toBe(expected);
    }
  });

  it('shows the numbers in a region "Dataset" of Overview and of Dataset', () => {
    for (const at of ['overview', 'dataset'] as const) {
      show('crawling', at);
      const region = [...document.querySelectorAll('section')].find(
        (section) =>
          document.getElementById(section.getAttribute('aria-labelledby') ?? '')?.textContent === 'Dataset',
      )!;
      const terms = [...region.querySelectorAll('dt')].map((dt) => dt.textContent);
      expect(terms).toEqual(['Models', 'Users', 'Likes', 'Complete']);
    }
  });

  it('has auto-capture at hand on every view once the user has agreed', () => {
    const actions = show('crawling', 'settings');
    const [capture] = document.querySelectorAll<HTMLElement>('.rail [role=switch]');
    capture!.click();
    expect(actions.changeSettings).toHaveBeenCalledExactlyOnceWith({ autoCapture: false });
    expect(document.querySelector('.rail')?.textContent).toContain('8.1 MB kept in this browser');
    show('first-run', 'overview');
    expect(document.querySelector('[role=switch]')).toBeNull();
    expect(document.querySelector('.rail')?.textContent).toContain('Nothing is kept in this browser yet');
  });
});

describe('the first day', () => {
  const present = () => document.querySelector('.step[aria-current=step] h2')?.textContent;
  const done = () => document.querySelectorAll('.step svg').length;

  it.each([
    ['first-run', 'Agree', 0, 'Start collecting'],
    ['empty', 'Find models', 1, 'Open Sketchfab'],
    ['capturing', 'Collect their likes', 2, 'Crawl all'],
    ['crawling-begins', 'Collect their likes', 2, undefined],
    ['discovery-begins', 'Find models', 1, undefined],
  ] as const)('in the state %s is at the step "%s"', (state, step, finished, button) => {
    show(state, 'overview');
    expect(present()).toBe(step);
    expect(done()).toBe(finished);
    expect(filled()).toBe(button);
  });

  it('has no button that the head has too, in whatever state the first crawl is', () => {
    const { overview } = states['capturing']!;
    for (const state of ['blocked', 'blocked-refusals', 'blocked-robots', 'paused', 'discovering', 'empty']) {
      const { crawl } = states[state]!.overview!;
      showSnapshot({ ...states[state]!, overview: { ...overview!, crawl } }, 'overview');
      expect(present(), state).toBe('Collect their likes');
      expect(names().filter((name, at) => names().indexOf(name) !== at)).toEqual([]);
    }
  });

  it('is over with the first list of likes', () => {
    for (const state of ['crawling', 'done', 'opening']) {
      show(state, 'overview');
      expect(present()).toBeUndefined();
    }
  });

  it('offers later steps only when they can be taken', () => {
    const actions = show('first-run', 'overview');
    for (const name of ['Open Sketchfab', 'Find most liked models', 'Crawl all']) {
      const button = buttons().find((each) => nameOf(each) === name)!;
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(document.getElementById(button.getAttribute('aria-describedby')!)?.textContent).toMatch(
        /^After/,
      );
      press(name);
    }
    expect(actions.openSketchfab).not.toHaveBeenCalled();
    expect(actions.startCrawl).not.toHaveBeenCalled();
    press('Start collecting');
    expect(actions.startCollecting).toHaveBeenCalledOnce();
  });

  it('begins again after a loss of the settings, and leaves the data at hand', () => {
    show('consent-lost', 'overview');
    expect(present()).toBe('Agree');
    expect(filled()).toBe('Start collecting');
    expect(names()).toContain('Download dataset');
    show('consent-lost', 'dataset');
    expect(names()).toContain('Download dataset');
    show('first-run', 'dataset');
    expect(names()).toEqual([]);
    expect(document.querySelector('.empty a')?.getAttribute('href')).toBe('#overview');
  });
});
