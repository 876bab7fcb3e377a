// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { press, show } from '../shown-page';

afterEach(() => render(null, document.body));

describe('the form "Find most liked models"', () => {
  it('passes on the minimum in its field, and does nothing without one', () => {
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

  it('keeps what is being typed when the page is rendered again', () => {
    show('capturing');
    document.querySelector<HTMLInputElement>('input')!.value = '123';
    show('capturing');
    expect(document.querySelector<HTMLInputElement>('input')!.value).toBe('123');
  });
});
