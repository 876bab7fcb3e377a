// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buttons, nameOf, press, show } from '../shown-page';

afterEach(() => render(null, document.body));

describe('the view "Settings"', () => {
  it('saves a crawl delay of half a second or more, and nothing shorter', () => {
    const actions = show('capturing', 'settings');
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

  it('shows that everything is being deleted, and cannot be asked to do so twice', () => {
    const actions = show('deleting', 'settings');
    const button = buttons().at(-1)!;
    expect([nameOf(button), button.getAttribute('aria-disabled')]).toEqual(['Deleting…', 'true']);
    button.click();
    expect(actions.deleteEverything).not.toHaveBeenCalled();
  });

  it('offers to ask the browser to keep the data where it may clear them', () => {
    for (const [state, offered] of [
      ['done', false],
      ['storage-clearable', true],
      ['storage-refused', false],
      ['empty', false],
    ] as const) {
      const actions = show(state, 'settings');
      expect(buttons().map(nameOf).includes('Ask the browser to keep it'), state).toBe(offered);
      if (offered) press('Ask the browser to keep it');
      expect(actions.keepStorage).toHaveBeenCalledTimes(offered ? 1 : 0);
    }
    expect(document.body.textContent).not.toContain('may clear it');
    show('storage-refused', 'settings');
    expect(document.body.textContent).toContain('did not agree to keep it');
  });

  it('deletes everything only after a confirmation on the page', async () => {
    const actions = show('crawling', 'settings');
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
});
