// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { buttons, nameOf, press, show } from '../shown-page';

afterEach(() => render(null, document.body));

const labelled = (name: string) =>
  [...document.querySelectorAll('label')].find((label) => label.textContent === name)!.control as
    HTMLInputElement | HTMLTextAreaElement;
const names = () => buttons().map(nameOf);
const exportResult = () =>
  document.querySelector('[aria-labelledby=dataset] .live-note, .download-outcome .live-note');
function type(name: string, text: string): void {
  const field = labelled(name);
  field.value = text;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
function chooseFile(name: string, file: File): void {
  const input = document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${name}"]`)!;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('user ids', () => {
  it('are a radio group of three, with the one-time key first and checked', () => {
    const actions = show('done', 'dataset');
    const group = document.querySelector('[role=radiogroup]')!;
    expect(document.getElementById(group.getAttribute('aria-labelledby')!)?.textContent).toBe('User ids');
    const radios = [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')];
    expect(radios.map((radio) => [radio.labels![0]!.textContent, radio.checked])).toEqual([
      ['One-time key', true],
      ['Project key', false],
      ['Passphrase', false],
    ]);
    radios[1]!.click();
    expect(actions.changeExportOptions).toHaveBeenCalledExactlyOnceWith({ userIds: 'project' });
  });

  it('come with a disclaimer above the download button that promises no anonymity', () => {
    show('done', 'dataset');
    const text = document.body.textContent;
    expect(text.indexOf('can identify a person')).toBeLessThan(text.indexOf('Download dataset'));
    expect(text).not.toMatch(/anonym/i);
  });

  it('urge to save the key file until it is saved', () => {
    const actions = show('key-made', 'dataset');
    expect(document.querySelector('code')?.textContent).toBe('1a2b3c4d');
    expect(document.body.textContent).toContain('Save the key file now');
    press('Save key file');
    expect(actions.saveKeyFile).toHaveBeenCalledOnce();
    show('key-saved', 'dataset');
    expect(document.body.textContent).not.toContain('Save the key file now');
  });

  it('accept a key file, and ask before it replaces a key', () => {
    const file = new File(['{}'], 'key.json');
    const none = show('key-none', 'dataset');
    chooseFile('Use a key file…', file);
    expect(none.useKeyFile).toHaveBeenCalledExactlyOnceWith(file);
    const offered = show('key-offered', 'dataset');
    expect(document.querySelector('.question')?.textContent).toContain('99887766');
    press('Keep the current key');
    press('Use the other key');
    expect(vi.mocked(offered.answerKeyOffer).mock.calls).toEqual([[false], [true]]);
  });

  it('need a passphrase, and rate how strong it is', () => {
    const none = show('passphrase-none', 'dataset');
    expect(document.body.textContent).toContain('Enter the passphrase first.');
    press('Download dataset');
    expect(none.download).not.toHaveBeenCalled();
    press('Suggest one');
    expect(none.suggestPassphrase).toHaveBeenCalledOnce();
    const weak = show('passphrase-weak', 'dataset');
    expect(document.querySelector('.warning')?.textContent).toContain('Easy to guess');
    // The decision is the user's.
    press('Download dataset');
    expect(weak.download).toHaveBeenCalledOnce();
    const field = labelled('Your passphrase');
    field.value = 'another';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(weak.typePassphrase).toHaveBeenCalledExactlyOnceWith('another');
  });
});

describe('the dataset options', () => {
  it('change one at a time', () => {
    const actions = show('done', 'dataset');
    labelled('Parquet tables').click();
    labelled('Models marked NoAI').click();
    labelled('HMAC-MD5, as in rec-a-sketch').click();
    labelled('Exact').click();
    type('Likes per user, minimum', '5');
    type('Share of users, in percent', '20');
    type('Users and models to leave out', 'somebody\n16271');
    type('Licence', 'CC0-1.0');
    expect(vi.mocked(actions.changeDatasetOptions).mock.calls.map(([changed]) => changed)).toEqual([
      { files: { ...defaultDatasetOptions.files, parquet: false } },
      { leaveOutNoAi: true },
      { hash: 'hmac-md5' },
      { likesNames: 'exact' },
      { minLikesPerUser: 5 },
      { userSharePercent: 20 },
      { excluded: { usernames: ['somebody', '16271'], userUids: ['16271'], modelUids: [] } },
      { about: { ...defaultDatasetOptions.about, licence: 'CC0-1.0' } },
    ]);
  });

  it('show what is stored', () => {
    show('custom-options', 'dataset');
    expect(labelled('Users and models to leave out').value).toBe('somebody\nother-one\n16271');
    show('custom-options', 'overview');
    expect(document.querySelector('.choices-made')?.textContent).toContain('users with at least 5 likes');
    show('custom-options');
    expect(document.body.textContent).toContain('One-time key, custom options');
  });

  it('have no field with the same label as one of discovery', () => {
    const labels = (['dataset', 'overview'] as const).flatMap((at) => {
      show('done', at);
      return [...document.querySelectorAll('label')].map(({ textContent }) => textContent);
    });
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.filter((label) => /minimum likes per model/i.test(label))).toHaveLength(1);
  });

  it('block the download if they cannot be read, and can be reset', () => {
    const actions = show('options-unread', 'dataset');
    press('Download dataset');
    expect(actions.download).not.toHaveBeenCalled();
    press('Reset options');
    expect(actions.resetExportOptions).toHaveBeenCalledOnce();
  });
});

describe('after an export', () => {
  it('lists the leaks: where, what, and what to do', () => {
    show('leak-blocked', 'dataset');
    const said = document.querySelector('.leaks')!.textContent;
    expect(said).toContain('data/model_urls.psv, line 1,022');
    expect(said).toContain('Leave out that model');
    expect(said).toContain('and 2 more places');
    expect(document.querySelector('.leaks img')).toBeNull();
  });

  it('shows the first leak in the popup, and opens the tab for the rest', () => {
    const actions = show('leak-blocked');
    const said = document.body.textContent;
    expect(said).toContain('A user id from Sketchfab: data/model_urls.psv, line 1,022.');
    expect(said).not.toContain('chair by');
    press('See all places in the tab');
    expect(actions.openInTab).toHaveBeenCalledOnce();
    show('leak-blocked', 'dataset');
    expect(names()).not.toContain('See all places in the tab');
  });

  it('names before a download what it did not understand of the exclusions, and what matches nobody', () => {
    show('exclusions-unmatched', 'dataset');
    const said = document.body.textContent;
    expect(said).toContain('1 entry on your list of whom to leave out matches a user or model here.');
    expect(said).toContain('Not understood, so nobody is left out by them:https://example.com/somebody');
    expect(said).toContain('match no user or model here:other-one');
    expect(exportResult()?.textContent).toBe('');
  });

  it('names the exclusions that match nobody, and counts the likes that were left out', () => {
    for (const at of ['popup', 'dataset', 'overview'] as const) {
      show('likes-left-out', at);
      const warning = exportResult()?.querySelector('.warning')?.textContent;
      expect(warning).toContain('2 entries on your list of whom to leave out match no user or model here:');
      expect(warning).toContain('other-one');
      expect(warning).toContain('https://example.com/x');
    }
    expect(exportResult()?.textContent).toContain('left out 371 likes');
    expect(exportResult()?.textContent).toContain('Check the spelling');
    show('mentions', 'dataset');
    expect(exportResult()?.querySelector('.warning')).toBeNull();
  });

  it('mentions user names that are ordinary words, and imports with another key', () => {
    show('mentions', 'dataset');
    expect(document.body.textContent).toContain('3 user names occur in names, tags, categories and licences');
    expect(document.body.textContent).toContain('The likes of 1 import are not included');
  });
});

describe('an import', () => {
  it('is chosen, previewed, and confirmed or cancelled', () => {
    const file = new File(['zip'], 'a.zip');
    const before = show('done', 'overview');
    chooseFile('Choose a zip…', file);
    expect(before.readImport).toHaveBeenCalledExactlyOnceWith(file);
    const previewed = show('import-preview', 'overview');
    expect(names()).not.toContain('Choose a zip…');
    press('Import');
    press('Cancel');
    expect(previewed.applyImport).toHaveBeenCalledExactlyOnceWith(false);
    expect(previewed.cancelImport).toHaveBeenCalledOnce();
  });

  it('is listed afterwards, with its key', () => {
    show('import-done', 'overview');
    const said = document.querySelector('.imports-list')!.textContent;
    expect(said).toMatch(/Part of [^:]*: 28,011 likes, key 1a2b3c4d/);
    expect(said).toMatch(/Part of [^:]*: 4,200 likes, key 99887766/);
    expect(said).toMatch(/Dataset of [^:]*: facts about models only/);
    show('done', 'overview');
    expect(document.querySelector('.imports-list')).toBeNull();
  });

  it('is refused with the problem of the zip', () => {
    show('import-refused', 'overview');
    expect(document.body.textContent).toContain('This zip cannot be imported. The zip contains “beach.jpg”');
    expect(names()).toContain('Choose a zip…');
  });
});

describe('a shared crawl', () => {
  it('has no shard beyond the last', () => {
    const actions = show('part-exported', 'dataset');
    type('Number of shards', '1');
    expect(actions.changeSettings).toHaveBeenCalledExactlyOnceWith({ shardIndex: 1, shardCount: 1 });
    type('Shard', '4');
    expect(actions.changeSettings).toHaveBeenCalledOnce();
    press('Export as part');
    expect(actions.exportPart).toHaveBeenCalledOnce();
  });

  it('exports no part with a one-time key', () => {
    const actions = show('done', 'dataset');
    press('Export as part');
    expect(actions.exportPart).not.toHaveBeenCalled();
  });
});
