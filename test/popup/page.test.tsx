// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { parseAddress } from '../../src/popup/tab/address';
import { views } from '../../src/popup/tab/views';
import { states } from './gallery/states';
import { buttons, nameOf, press, show } from './shown-page';

afterEach(() => render(null, document.body));

const known = views.map(({ name }) => name);

describe('the page', () => {
  it.each([
    ['first-run', ['Open in a tab', 'Start collecting']],
    ['consent-lost', ['Open in a tab', 'Start collecting', 'Download dataset']],
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
    [
      'privacy-changed',
      ['Open in a tab', 'Read it', 'OK', 'Crawl all', 'Find most liked models', 'Download dataset'],
    ],
    ['restored', ['Open in a tab', 'Crawl all', 'Download dataset']],
    ['exporting', ['Open in a tab', 'Crawl all', 'Cancel']],
  ])('has exactly the expected buttons in the state %s', (state, expected) => {
    show(state);
    expect(buttons().map(nameOf)).toEqual(expected);
  });

  it('has the rarely used buttons in the tab only, each in its view', () => {
    const always = ['Crawl all'];
    for (const [at, expected] of [
      [
        'overview',
        [
          'Download dataset',
          'Retry failed',
          'Find most liked models',
          'Read every list again',
          'Choose a zip…',
          'Check Sketchfab',
        ],
      ],
      ['dataset', ['Export as part', 'Download dataset']],
      ['settings', ['Create key', 'Use a key file…', 'Delete everything']],
    ] as const) {
      show('problems', at);
      expect(buttons().map(nameOf)).toEqual([...always, ...expected]);
    }
  });

  it.each(Object.keys(states))(
    'has its status first, at most one suggested button and links to views only, in the state %s',
    (state) => {
      for (const at of ['popup', 'overview', 'dataset', 'settings'] as const) {
        show(state, at);
        expect(document.querySelector('[role=status]')?.className).toBe('headline');
        expect(document.querySelectorAll('.filled').length).toBeLessThanOrEqual(at === 'settings' ? 0 : 1);
        const targets = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!);
        expect(targets.filter((target) => !known.includes(parseAddress(target).view))).toEqual([]);
      }
    },
  );

  it('shows the counts in a description list of the region "Dataset"', () => {
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

  it('shows the progress of the crawl and of the export', () => {
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

  it('toggles auto-capture', () => {
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

  it('does nothing on a disabled button that says why it is disabled', () => {
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

  it('asks for access with its suggested button', () => {
    const actions = show('no-access');
    expect(document.querySelector('.filled')?.textContent).toBe('Allow access to Sketchfab');
    press('Allow access to Sketchfab');
    expect(actions.allowAccess).toHaveBeenCalledOnce();
  });

  it('resumes a crawl that was paused', () => {
    for (const state of ['paused', 'blocked']) {
      const actions = show(state);
      press('Resume');
      expect(actions.resumeCrawl).toHaveBeenCalledOnce();
    }
  });

  it('never uses an id twice, even for elements added later', () => {
    for (const state of [
      'done',
      'key-saved',
      'import-refused',
      'part-exported',
      'passphrase-none',
      'empty',
    ]) {
      for (const at of ['overview', 'dataset', 'settings'] as const) {
        show(state, at);
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
        expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
        // A link to a view must not scroll to a part of one.
        expect(ids.filter((id) => views.some(({ name }) => name === id))).toEqual([]);
      }
    }
  });

  it("shows text from outside as text, isolated from the page's own", () => {
    show('hostile-words', 'overview');
    expect(document.querySelector('img')).toBeNull();
    const causes = [...document.querySelectorAll('bdi')].map((bdi) => bdi.textContent);
    expect(causes.some((cause) => cause.includes('<img src=x onerror=alert(1)>'))).toBe(true);
  });
});
