// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { press, show } from '../shown-page';

afterEach(() => render(null, document.body));

describe('the section "Settings"', () => {
  it('saves a crawl delay of half a second or more, and nothing shorter', () => {
    const actions = show('capturing', 'tab');
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

  it('deletes everything only after a confirmation on the page', async () => {
    const actions = show('crawling', 'tab');
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
