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

  it('chooses by Enter only from what was found for the text, and not while it is composed', () => {
    const found = [1, 2].map((item) => ({
      ...{ uid: sampleUid(item), name: `Fox ${item}`, likes: item, strength: 1 },
    }));
    const { recommend } = recommendStates['recommend-begin']!;
    const offer = (text: string, count: number) =>
      show('recommend-begin', {
        recommend: { ...recommend, suggested: { of: 'models', text, found: found.slice(0, count) } },
      });
    const older = offer('fo', 2);
    type('fox');
    key('Enter');
    expect(older.goToRecommendations).not.toHaveBeenCalled();
    expect(document.querySelectorAll('[role=option]')).toHaveLength(0);
    const actions = offer('fox', 2);
    key('ArrowDown');
    const composed = { key: 'Enter', bubbles: true, isComposing: true };
    document.querySelector('[role=combobox]')!.dispatchEvent(new KeyboardEvent('keydown', composed));
    expect(actions.goToRecommendations).not.toHaveBeenCalled();
    const shorter = offer('fox', 1);
    expect(document.querySelector('[aria-selected=true]')!.textContent).toContain('Fox 1');
    key('Enter');
    expect(shorter.goToRecommendations).toHaveBeenCalledExactlyOnceWith({
      ...{ at: 'model', uid: sampleUid(1), isWrong: false },
    });
  });

  it('gives the focus to the heading of a new list, unless something is being typed', () => {
    show('recommend-begin');
    const field = document.querySelector<HTMLInputElement>('[role=combobox]')!;
    field.focus();
    type('fox');
    show('recommend');
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('fox');
    render(null, document.body);
    show('recommend');
    expect(document.activeElement?.textContent).toBe('Fox 10');
  });

  it('shows no answer to an address that was left, and says that reading was stopped', () => {
    const { recommend } = recommendStates['recommend']!;
    const stopped = { ...recommend, isStopped: true };
    for (const query of [`model=${sampleUid(11)}`, 'tag=robot', `picks=${sampleUid(10)}`, '']) {
      show('recommend', { recommend: stopped, address: { view: 'recommend', query } });
      expect(regions(), query).toEqual([]);
      expect(document.querySelector('.chosen'), query).toBeNull();
      expect(text()).toContain('Reading was stopped.');
    }
  });

  it('says of one person who liked a model what they like, without a number', () => {
    const { recommend } = recommendStates['recommend-tag']!;
    const shown = recommend.shown as Extract<typeof recommend.shown, { at: 'tag' }>;
    const item = shown.answer!.typical[0]!;
    const typical = [
      { ...item, uid: sampleUid(1), likes: 1, fans: 1 },
      { ...item, uid: sampleUid(2), likes: 1, fans: 0 },
      { ...item, uid: sampleUid(3), likes: 5, fans: 2 },
    ];
    const answer = { ...shown.answer!, models: 1, likedModels: 1, typical };
    show('recommend-tag', { recommend: { ...recommend, shown: { ...shown, answer } } });
    expect(text()).toContain('The one person who liked it also likes another model with the tag');
    expect(text()).toContain('The one person who liked it likes no other model with the tag');
    expect(text()).toContain('2 of 5 people who liked it like others with the tag');
    expect(text()).toContain('1 model carries this tag; with likes: 1');
  });

  it('says how many picks are not known, and keeps them in the address', () => {
    const { recommend } = recommendStates['recommend-picks']!;
    const shown = recommend.shown as Extract<typeof recommend.shown, { at: 'person' }>;
    const picks = [...shown.picks, sampleUid(999)];
    show('recommend-picks', {
      recommend: { ...recommend, shown: { ...shown, picks } },
      address: { view: 'recommend', query: `picks=${picks.join(',')}` },
    });
    expect(text()).toContain('1 picked model is not among those that were read here');
    const out = document.querySelector<HTMLAnchorElement>('a[aria-label^="Take “Fox 10”"]')!;
    expect(out.getAttribute('href')).toBe(`#recommend?picks=${picks.slice(1).join(',')}`);
    out.focus();
    drawn(() => out.click());
    expect(document.activeElement).toBe(document.querySelector('[role=combobox]'));
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
