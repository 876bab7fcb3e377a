// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Actions, PageSnapshot } from '../../../src/popup/page-snapshot';
import { RecommendView } from '../../../src/popup/recommend/recommend-view';
import { recommendStates } from '../gallery/recommend-states';
import { press } from '../shown-page';
import { sampleUid } from './sample-likes';

afterEach(() => render(null, document.body));

const recorder = () =>
  new Proxy<Record<string, unknown>>({}, { get: (target, name) => (target[String(name)] ??= vi.fn()) });

function drawn(run: () => void): void {
  act(run).catch((error: unknown) => {
    throw error;
  });
}

function show(state: string, changed: Partial<PageSnapshot> = {}): Actions {
  const actions = recorder() as unknown as Actions;
  const snapshot = { ...recommendStates[state]!, ...changed };
  drawn(() => render(<RecommendView snapshot={snapshot} step={null} actions={actions} />, document.body));
  return actions;
}

const regions = () => [...document.querySelectorAll('section')];
const titleOf = (region: Element) =>
  document.getElementById(region.getAttribute('aria-labelledby')!)!.textContent;
const linksIn = (region: Element) => [...region.querySelectorAll<HTMLAnchorElement>('ol a')];
const text = () => document.body.textContent;

function type(value: string): void {
  const field = document.querySelector<HTMLInputElement>('[role=combobox]')!;
  drawn(() => {
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function key(name: string): void {
  drawn(() =>
    document
      .querySelector('[role=combobox]')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true })),
  );
}

describe('the view of recommendations', () => {
  it('has three rows of models for a model, each with a link that goes on and its reason', () => {
    show('recommend');
    expect(regions().map(titleOf)).toEqual(['Liked by the same people', 'By likes and tags', 'Similar tags']);
    const [first] = regions();
    const links = linksIn(first!);
    expect(links).toHaveLength(6);
    expect(links[0]!.textContent).toMatch(/^Fox \d+$/);
    expect(links[0]!.getAttribute('href')).toMatch(/^#recommend\?model=[0-9a-f]{32}$/);
    const reason = document.getElementById(links[0]!.getAttribute('aria-describedby')!)!;
    expect(reason.textContent).toMatch(/^\d+ people liked both$/);
    drawn(() => press('Show 24'));
    expect(linksIn(first!)).toHaveLength(24);
    expect(document.activeElement?.textContent).toContain('Fox 10');
  });

  it('says of which data it is, and reads again', () => {
    const actions = show('recommend-crawling');
    expect(text()).toMatch(/From 12,000 likes of 300 models, read at/);
    expect(text()).toContain('1,204 more likes have been collected since.');
    press('Read again');
    expect(actions.readLikesAgain).toHaveBeenCalledOnce();
    show('recommend');
    expect(text()).not.toContain('since');
  });

  it('asks for what the address says, and again when somebody is left out', () => {
    const { exportOptions } = recommendStates['recommend']!;
    const actions = show('recommend');
    expect(actions.showRecommendations).toHaveBeenCalledExactlyOnceWith({
      ...{ at: 'model', uid: sampleUid(10), isWrong: false },
    });
    const options = { ...exportOptions!.options, excluded: { ...exportOptions!.options.excluded } };
    const snapshot = { ...recommendStates['recommend']!, exportOptions: { ...exportOptions!, options } };
    drawn(() => render(<RecommendView snapshot={snapshot} step={null} actions={actions} />, document.body));
    expect(actions.showRecommendations).toHaveBeenCalledTimes(2);
    const projectKey = { keyId: '1a2b3c4d', algorithm: 'hmac-sha256', isWeak: false } as const;
    const withKey = { ...snapshot, projectKey: { ...snapshot.projectKey, ...projectKey } as never };
    drawn(() => render(<RecommendView snapshot={withKey} step={null} actions={actions} />, document.body));
    expect(actions.showRecommendations).toHaveBeenCalledTimes(3);
  });

  it('says what is missing where there is too little, and how to get it', () => {
    show('recommend-little');
    expect(text()).toContain('Only 21 models with likes have been read');
    expect(text()).toContain('179 more are needed');
    expect(text()).toContain('so take the first row as a guess');
    const actions = show('recommend-none');
    expect(text()).toContain('There are no likes yet.');
    expect(actions.showRecommendations).not.toHaveBeenCalled();
  });

  it('shows nothing while the list of whom to leave out cannot be read', () => {
    const actions = show('recommend', { exportOptions: null });
    expect(regions()).toEqual([]);
    expect(text()).toContain('cannot be read, so nothing is shown');
    expect(actions.showRecommendations).not.toHaveBeenCalled();
  });

  it('takes a pasted link for a choice, and finds the rest by name', () => {
    const actions = show('recommend-begin');
    type(`https://sketchfab.com/3d-models/a-fox-${sampleUid(4)}`);
    expect(actions.goToRecommendations).toHaveBeenCalledExactlyOnceWith({
      ...{ at: 'model', uid: sampleUid(4), isWrong: false },
    });
    type('fox');
    expect(actions.suggest).toHaveBeenLastCalledWith('models', 'fox');
    expect(actions.goToRecommendations).toHaveBeenCalledOnce();
  });

  it('offers what was found, by keyboard', () => {
    const found = [1, 2].map((item) => ({
      ...{ uid: sampleUid(item), name: `Fox ${item}`, likes: item, strength: 1 },
    }));
    const { recommend } = recommendStates['recommend-begin']!;
    const suggested = { of: 'models', text: 'fox', found } as const;
    const actions = show('recommend-begin', { recommend: { ...recommend, suggested } });
    type('fox');
    const options = [...document.querySelectorAll('[role=option]')];
    expect(options.map((option) => option.textContent)).toEqual([
      'Fox 1 1 person liked it',
      'Fox 2 2 people liked it',
    ]);
    key('ArrowDown');
    const field = document.querySelector('[role=combobox]')!;
    expect(field.getAttribute('aria-activedescendant')).toBe(options[1]!.id);
    key('Enter');
    expect(actions.goToRecommendations).toHaveBeenCalledExactlyOnceWith({
      ...{ at: 'model', uid: sampleUid(2), isWrong: false },
    });
    expect(document.querySelectorAll('[role=option]')).toHaveLength(0);
  });

  it('says that a search found nothing, and that a link leads to no model', () => {
    const { recommend } = recommendStates['recommend-begin']!;
    for (const [typed, said] of [
      ['zzz', 'No model matches.'],
      ['https://sketchfab.com/blogs', 'This link leads to no model.'],
    ] as const) {
      const suggested = { of: 'models', text: typed, found: [] } as const;
      show('recommend-begin', { recommend: { ...recommend, suggested } });
      type(typed);
      expect(document.querySelector('.suggest-none')!.textContent).toBe(said);
    }
  });

  it('makes a list for picked models, which can be taken out again', () => {
    show('recommend-picks');
    const out = document.querySelector<HTMLAnchorElement>('a[aria-label^="Take “Fox 10”"]')!;
    expect(out.getAttribute('href')).toBe(`#recommend?picks=${sampleUid(22)},${sampleUid(35)}`);
    expect(titleOf(regions()[0]!)).toBe('May like these as well');
    expect(text()).toContain('From 3 picked models');
    expect(text()).toMatch(/Similar to (Fox|Castle) \d+/);
  });

  it('takes a pseudonym only where the key is', () => {
    const actions = show('recommend-picks');
    const field = document.querySelector<HTMLInputElement>('.text-field input')!;
    field.value = 'AB'.repeat(16);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(actions.goToRecommendations).toHaveBeenCalledExactlyOnceWith({
      ...{ at: 'person', picks: [], pseudonym: 'ab'.repeat(16) },
    });
    show('recommend-no-key');
    expect(document.querySelector('.text-field input')).toBeNull();
    expect(text()).toContain('only with the project key');
    show('recommend-pseudonym');
    expect(text()).toContain('nobody has this id');
  });

  it('can be stopped while it reads, and says what went wrong', () => {
    const actions = show('recommend-reading');
    expect(document.querySelector('progress')!.value).toBe(0.42);
    press('Stop reading');
    expect(actions.stopReadingLikes).toHaveBeenCalledOnce();
    show('recommend-no-memory');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('did not give enough memory');
  });

  it('shows names and tags of any length and kind as text', () => {
    show('recommend-hostile');
    expect(document.querySelector('img')).toBeNull();
    for (const link of linksIn(document.body)) expect(link.textContent.length).toBeLessThan(210);
  });
});
