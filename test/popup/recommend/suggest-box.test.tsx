// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { recommendStates } from '../gallery/recommend-states';
import { sampleUid } from './sample-likes';
import { key, show, type } from './show-recommend';

afterEach(() => render(null, document.body));

describe('the search box of recommendations', () => {
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
});
