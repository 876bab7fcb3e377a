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
const noteOfExport = () => document.querySelector('[aria-labelledby=dataset] .live-note');
function type(name: string, text: string): void {
  const field = labelled(name);
  field.value = text;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
function filterSnapshot(name: string, file: File): void {
  const input = document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${name}"]`)!;
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  Object.defineProperty(input, 'value', { value: '', writable: true, configurable: true });
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

describe('user ids', () => {
  it('are a group of three, with the one-time key first and chosen', () => {
    const actions = show('done', 'tab');
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

  it('say before the download what they do not protect from, and promise nothing more', () => {
    show('done', 'tab');
    const text = document.body.textContent;
    expect(text.indexOf('can find a person again')).toBeLessThan(text.indexOf('Download dataset'));
    expect(text).not.toMatch(/anonym/i);
  });

  it('ask for a copy of a new key until it is saved', () => {
    const actions = show('key-made', 'tab');
    expect(document.querySelector('code')?.textContent).toBe('1a2b3c4d');
    expect(document.body.textContent).toContain('Save its file now');
    press('Save key file');
    expect(actions.saveKeyFile).toHaveBeenCalledOnce();
    show('key-saved', 'tab');
    expect(document.body.textContent).not.toContain('Save its file now');
  });

  it('take a key file, and ask before it replaces a key', () => {
    const file = new File(['{}'], 'key.json');
    const none = show('key-none', 'tab');
    filterSnapshot('Use a key file…', file);
    expect(none.useKeyFile).toHaveBeenCalledExactlyOnceWith(file);
    const offered = show('key-offered', 'tab');
    expect(document.querySelector('.question')?.textContent).toContain('99887766');
    press('Keep the one here');
    press('Use the other one');
    expect(vi.mocked(offered.answerKeyOffer).mock.calls).toEqual([[false], [true]]);
  });

  it('ask for the passphrase, and say how strong it is', () => {
    const none = show('passphrase-none', 'tab');
    expect(document.body.textContent).toContain('Type the passphrase first.');
    press('Download dataset');
    expect(none.download).not.toHaveBeenCalled();
    press('Suggest one');
    expect(none.suggestPassphrase).toHaveBeenCalledOnce();
    const weak = show('passphrase-weak', 'tab');
    expect(document.querySelector('.warning')?.textContent).toContain('Easy to guess');
    // It is the person's to decide.
    press('Download dataset');
    expect(weak.download).toHaveBeenCalledOnce();
    const field = labelled('The phrase');
    field.value = 'another';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    expect(weak.typePassphrase).toHaveBeenCalledExactlyOnceWith('another');
  });
});

describe('what goes in', () => {
  it('is changed one thing at a time', () => {
    const actions = show('done', 'tab');
    labelled('Parquet tables').click();
    labelled('Models marked NoAI').click();
    labelled('HMAC-MD5, as rec-a-sketch').click();
    labelled('Exact').click();
    type('Likes per user, at least', '5');
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

  it('is told from what was kept', () => {
    show('choices-made', 'tab');
    expect(labelled('Users and models to leave out').value).toBe('somebody\nother-one\n16271');
    expect(document.querySelector('.disclosure summary')?.textContent).toContain(
      'users with 5 likes or more',
    );
    show('choices-made');
    expect(document.body.textContent).toContain('One-time key, your choices');
  });

  it('has no second field by the name that discovery has', () => {
    show('done', 'tab');
    const fields = [...document.querySelectorAll('label')].filter((label) =>
      /minimum likes per model/i.test(label.textContent),
    );
    expect(fields).toHaveLength(1);
  });

  it('leaves no way to download what cannot be read, but one to begin anew', () => {
    const actions = show('choices-unread', 'tab');
    press('Download dataset');
    expect(actions.download).not.toHaveBeenCalled();
    press('Begin anew with the choices');
    expect(actions.resetExportOptions).toHaveBeenCalledOnce();
  });
});

describe('after an export', () => {
  it('says where it leaks, of what kind, and what to do', () => {
    show('leak-blocked', 'tab');
    const said = document.querySelector('.leaks')!.textContent;
    expect(said).toContain('data/model_urls.psv, line 1,022');
    expect(said).toContain('leave that model out');
    expect(said).toContain('and 2 more places');
    expect(document.querySelector('.leaks img')).toBeNull();
  });

  it('says in the popup what is the matter, and opens the tab that tells all', () => {
    const actions = show('leak-blocked');
    const said = document.body.textContent;
    expect(said).toContain('The id of a user, as Sketchfab has it: data/model_urls.psv, line 1,022.');
    expect(said).not.toContain('chair by');
    press('See every place in the tab');
    expect(actions.openInTab).toHaveBeenCalledOnce();
    show('leak-blocked', 'tab');
    expect(names()).not.toContain('See every place in the tab');
  });

  it('warns of those to leave out who are nobody known, and of likes that the choices left out', () => {
    for (const view of ['popup', 'tab'] as const) {
      show('likes-left-out', view);
      expect(noteOfExport()?.querySelector('.warning')?.textContent).toContain('2 of the 3 lines');
    }
    expect(noteOfExport()?.textContent).toContain('371 likes were left out');
    expect(noteOfExport()?.textContent).toContain('Check the spelling');
    show('mentions', 'tab');
    expect(noteOfExport()?.querySelector('.warning')).toBeNull();
  });

  it('tells of user names that are words too, and of imports under another key', () => {
    show('mentions', 'tab');
    expect(document.body.textContent).toContain('3 user names in names, tags and categories');
    expect(document.body.textContent).toContain('The likes of 1 import are not in it');
  });
});

describe('a zip to take in', () => {
  it('is chosen, weighed, and taken or left', () => {
    const file = new File(['zip'], 'a.zip');
    const before = show('done', 'tab');
    filterSnapshot('Choose a zip…', file);
    expect(before.readImport).toHaveBeenCalledExactlyOnceWith(file);
    const planned = show('import-plan', 'tab');
    expect(names()).not.toContain('Choose a zip…');
    press('Take in');
    press('Leave it');
    expect(planned.applyImport).toHaveBeenCalledOnce();
    expect(planned.leaveImport).toHaveBeenCalledOnce();
  });

  it('stays in sight once it was taken in, under the key that it goes by', () => {
    show('import-done', 'tab');
    const said = document.querySelector('.imports-list')!.textContent;
    expect(said).toContain('1 import under the key 1a2b3c4d, 28,011 likes.');
    expect(said).toContain('1 import under the key 99887766, 4,200 likes.');
    expect(said).toContain('1 import, no likes, only facts of models.');
    show('done', 'tab');
    expect(document.querySelector('.imports-list')).toBeNull();
  });

  it('is refused in its own words', () => {
    show('import-refused', 'tab');
    expect(document.body.textContent).toContain('Not taken in. The zip holds "beach.jpg"');
    expect(names()).toContain('Choose a zip…');
  });
});

describe('several machines', () => {
  it('share the models out, none beyond the last', () => {
    const actions = show('part-exported', 'tab');
    type('of', '1');
    expect(actions.changeSettings).toHaveBeenCalledExactlyOnceWith({ shardIndex: 1, shardCount: 1 });
    type('Shard', '4');
    expect(actions.changeSettings).toHaveBeenCalledOnce();
    press('Export as part');
    expect(actions.exportPart).toHaveBeenCalledOnce();
  });

  it('need a key that all have', () => {
    const actions = show('done', 'tab');
    press('Export as part');
    expect(actions.exportPart).not.toHaveBeenCalled();
  });
});
