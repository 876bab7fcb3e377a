// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { RecommendView } from '../../../src/popup/recommend/recommend-view';
import { recommendStates } from '../gallery/recommend-states';
import { press } from '../shown-page';
import { sampleUid } from './sample-likes';
import { drawn, linksIn, regions, show, text, titleOf } from './show-recommend';

afterEach(() => render(null, document.body));

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
