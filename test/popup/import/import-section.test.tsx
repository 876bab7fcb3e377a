// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { buttons, nameOf, press, show } from '../shown-page';

afterEach(() => render(null, document.body));

const names = () => buttons().map(nameOf);

describe('an import', () => {
  it('names the models whose likes it would take back, and keeps those unless told otherwise', async () => {
    const { applyImport } = show('import-preview', 'overview');
    const list = document.querySelector('.conflicts')!.textContent;
    expect(list).toContain(
      'Dragon of the northern mountains 4 likes read here that the zip says were taken back',
    );
    expect(list).toContain('2 imported likes that were taken back and are left out');
    const box = document.querySelector<HTMLInputElement>('input[name=takesBack]')!;
    expect(box.checked).toBe(false);
    box.click();
    await vi.waitFor(() => expect(box.checked).toBe(true));
    press('Import');
    expect(applyImport).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('says which times it does not believe', () => {
    show('import-preview-foreign', 'overview');
    expect(document.body.textContent).toContain('By its own clock, this zip was made after now.');
    expect(document.body.textContent).toContain('3 lists claim to have been read after the zip was made');
    expect(document.querySelector('input[name=takesBack]')).toBeNull();
  });

  it('can be removed, after a question', async () => {
    const { removeImport } = show('import-done', 'overview');
    const [, second] = document.querySelectorAll<HTMLButtonElement>('.imports-list button');
    second!.click();
    await vi.waitFor(() => expect(names()).toContain('Yes, remove it'));
    press('Keep it');
    await vi.waitFor(() => expect(names()).not.toContain('Yes, remove it'));
    expect(removeImport).not.toHaveBeenCalled();
    document.querySelectorAll<HTMLButtonElement>('.imports-list button')[1]!.click();
    await vi.waitFor(() => expect(names()).toContain('Yes, remove it'));
    press('Yes, remove it');
    expect(removeImport).toHaveBeenCalledExactlyOnceWith('2'.repeat(32));
  });
});
