// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { states } from './gallery/states';
import { buttons, nameOf, press, show } from './shown-page';

afterEach(() => render(null, document.body));

describe('the page', () => {
  it.each([
    ['first-run', ['Open in a tab', 'Start collecting']],
    ['empty', ['Open in a tab', 'Crawl all', 'Open Sketchfab', 'Find most liked models', 'Download dataset']],
    ['no-access', ['Open in a tab', 'Allow access to Sketchfab', 'Pause', 'Stop', 'Download dataset']],
    ['opening', ['Open in a tab', 'Crawl all', 'Download dataset']],
    ['capturing', ['Open in a tab', 'Crawl all', 'Find most liked models', 'Download dataset']],
    ['crawling', ['Open in a tab', 'Pause', 'Stop', 'Download dataset']],
    ['paused', ['Open in a tab', 'Resume', 'Stop', 'Download dataset']],
    ['heldUp', ['Open in a tab', 'Pause', 'Stop', 'Download dataset']],
    ['blocked', ['Open in a tab', 'Open Sketchfab', 'Resume', 'Stop', 'Download dataset']],
    ['blocked-refusals', ['Open in a tab', 'Open Sketchfab', 'Resume', 'Stop', 'Download dataset']],
    ['blocked-robots', ['Open in a tab', 'Crawl anyway', 'Stop', 'Download dataset']],
    ['blocked-format', ['Open in a tab', 'Resume', 'Stop', 'Download dataset']],
    ['discovering', ['Open in a tab', 'Crawl all', 'Pause', 'Stop', 'Download dataset']],
    ['done', ['Open in a tab', 'Crawl all', 'Find most liked models', 'Download dataset']],
    ['problems', ['Open in a tab', 'Crawl all', 'Retry failed', 'Download dataset']],
    ['restored', ['Open in a tab', 'Crawl all', 'Download dataset']],
    ['exporting', ['Open in a tab', 'Crawl all', 'Cancel']],
  ])('offers when %s just these buttons', (state, expected) => {
    show(state);
    expect(buttons().map(nameOf)).toEqual(expected);
  });

  it('has room in the tab for what is seldom wanted', () => {
    show('problems', 'tab');
    expect(buttons().map(nameOf)).toEqual([
      'Crawl all',
      'Retry failed',
      'Read every list again',
      'Find most liked models',
      'Choose a zip…',
      'Download dataset',
      'Export as part',
      'Delete everything',
    ]);
  });

  it.each(Object.keys(states))('has its status first and one next step at most: %s', (state) => {
    show(state);
    expect(document.querySelector('[role=status]')?.className).toBe('headline');
    expect(document.querySelectorAll('.filled').length).toBeLessThanOrEqual(1);
  });

  it('counts the dataset in a description list of the region Dataset', () => {
    show('crawling');
    const region = document.querySelector('section[aria-labelledby=dataset]')!;
    expect(document.querySelector('#dataset')?.textContent).toBe('Dataset');
    const numbers = [...region.querySelectorAll('dt')].map((dt) => [
      dt.textContent,
      dt.nextElementSibling?.textContent,
    ]);
    expect(numbers).toEqual([
      ['Models', '1,240'],
      ['Users', '3,120'],
      ['Likes', '9,812'],
      ['Complete', '405'],
    ]);
  });

  it('tells the progress of the crawl and of the export', () => {
    show('exporting');
    const crawl = document.querySelector('[role=progressbar]')!;
    expect(crawl.getAttribute('aria-label')).toBe('Crawl progress');
    expect(crawl.getAttribute('aria-valuenow')).toBe('1240');
    expect(crawl.getAttribute('aria-valuetext')).toBe('1,240 of 1,240 models');
    const progress = document.querySelector('progress')!;
    expect([progress.getAttribute('aria-label'), progress.value, progress.max]).toEqual([
      'Export progress',
      0.62,
      1,
    ]);
  });

  it('switches auto-capture to what it is not', () => {
    const on = show('capturing');
    const theSwitch = document.querySelector<HTMLElement>('[role=switch]')!;
    expect(theSwitch.getAttribute('aria-checked')).toBe('true');
    expect(document.getElementById(theSwitch.getAttribute('aria-labelledby')!)?.textContent).toBe(
      'Auto-capture',
    );
    theSwitch.click();
    expect(on.changeSettings).toHaveBeenCalledExactlyOnceWith({ autoCapture: false });
    const off = show('capture-off');
    expect(theSwitch.getAttribute('aria-checked')).toBe('false');
    theSwitch.click();
    expect(off.changeSettings).toHaveBeenCalledExactlyOnceWith({ autoCapture: true });
  });

  it('does nothing when a button is pressed that says why it cannot', () => {
    const actions = show('empty');
    for (const name of ['Crawl all', 'Download dataset']) {
      const button = buttons().find((each) => nameOf(each) === name)!;
      expect(button.getAttribute('aria-disabled')).toBe('true');
      const reason = document.getElementById(button.getAttribute('aria-describedby')!);
      expect(reason?.textContent).toBe('Nothing is captured yet.');
      button.click();
    }
    expect(actions.startCrawl).not.toHaveBeenCalled();
    expect(actions.download).not.toHaveBeenCalled();
  });

  it('asks for access with its one filled button', () => {
    const actions = show('no-access');
    expect(document.querySelector('.filled')?.textContent).toBe('Allow access to Sketchfab');
    press('Allow access to Sketchfab');
    expect(actions.allowAccess).toHaveBeenCalledOnce();
  });

  it('resumes where it was held up', () => {
    for (const state of ['paused', 'blocked']) {
      const actions = show(state);
      press('Resume');
      expect(actions.resumeCrawl).toHaveBeenCalledOnce();
    }
  });

  it('does not offer a tab in the tab', () => {
    show('done', 'tab');
    expect(buttons().map(nameOf)).not.toContain('Open in a tab');
  });

  it('gives no two elements one id, whenever they came', () => {
    for (const state of [
      'done',
      'key-saved',
      'import-refused',
      'part-exported',
      'passphrase-none',
      'empty',
    ]) {
      show(state, 'tab');
      const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  it('shows words of others as text, apart from ours', () => {
    show('hostile-words', 'tab');
    expect(document.querySelector('img')).toBeNull();
    const causes = [...document.querySelectorAll('bdi')].map((bdi) => bdi.textContent);
    expect(causes.some((cause) => cause.includes('<img src=x onerror=alert(1)>'))).toBe(true);
  });
});
