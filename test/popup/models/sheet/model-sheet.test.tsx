// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelsView } from '../../../../src/popup/models/models-view';
import { factsBySource } from '../../../../src/popup/models/sheet/fact-sources';
import { openedModel, withModel } from '../../../../src/popup/models/sheet/sheet-address';
import type { Actions, PageSnapshot } from '../../../../src/popup/page-snapshot';
import { noFacts } from '../../../../src/sketchfab/model-facts';
import type { ModelDetails } from '../../../../src/store/model-details';
import { newModelRow } from '../../../../src/store/model-row';
import { states } from '../../gallery/states';
import { press } from '../../shown-page';
import { uidAt } from '../model-index';
import { later, view } from '../models-rig';

beforeEach(() =>
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  ),
);
afterEach(() => {
  render(null, document.body);
  vi.unstubAllGlobals();
});

const uid = uidAt(3);
let actions: Actions;
beforeEach(() => {
  actions = new Proxy<Record<string, unknown>>(
    {},
    { get: (target, name) => (target[String(name)] ??= vi.fn()) },
  ) as unknown as Actions;
});

function show(snapshot: PageSnapshot): void {
  act(() =>
    render(
      <ModelsView snapshot={{ ...snapshot, view: 'tab' }} step={null} actions={actions} />,
      document.body,
    ),
  ).catch((error: unknown) => {
    throw error;
  });
}

const sheet = () => document.querySelector('aside')!;
const origin = () => document.querySelector('[aria-labelledby=sheet-origin]')!.textContent;

describe('the address of a sheet', () => {
  it('is a part of that of the list, which stays the same without it', () => {
    expect(withModel('state=partial&sort=name', uid)).toBe(`state=partial&sort=name&model=${uid}`);
    expect(withModel(`model=${uidAt(9)}&state=partial`, uid)).toBe(`state=partial&model=${uid}`);
    expect(withModel(`state=partial&model=${uid}`, null)).toBe('state=partial');
    expect(withModel('', null)).toBe('');
    expect(openedModel(`state=partial&model=${uid}`)).toBe(uid);
  });

  it('opens nothing for what is no id of a model', () => {
    for (const query of ['', 'model=', 'model=../x', `xmodel=${uid}`, 'model=<script>'])
      expect(openedModel(query)).toBeNull();
  });

  it('makes no new list', () => {
    const snapshot = states['sheet']!;
    show({ ...snapshot, address: { view: 'models', query: 'sort=name' } });
    show({ ...snapshot, address: { view: 'models', query: `sort=name&model=${uid}` } });
    expect(actions.listModels).toHaveBeenCalledOnce();
    expect(actions.followModel).toHaveBeenLastCalledWith(uid);
    show({ ...snapshot, address: { view: 'models', query: 'sort=likes' } });
    expect(actions.listModels).toHaveBeenCalledTimes(2);
    expect(actions.followModel).toHaveBeenLastCalledWith(null);
  });
});

describe('the sheet of a model', () => {
  it('is a region named after the model, with its state, the reason, its pages and what was taken back', () => {
    show(states['sheet']!);
    expect(sheet().getAttribute('aria-labelledby')).toBe('sheet-name');
    expect(document.querySelector('#sheet-name')!.textContent).toBe('Mech Animation');
    expect(document.activeElement).toBe(sheet());
    const text = sheet().textContent;
    expect(text).toContain('Partial, 187 of 189 likes');
    expect(text).toContain('the site gave fewer likes than it shows');
    expect([...document.querySelectorAll('.sheet-pages li')].map((page) => page.textContent)).toEqual(
      ['24', '24', '24', '24', '22', '24', '24', '21'], // prettier-ignore
    );
    expect([...document.querySelectorAll('.sheet-pages .short')].map((page) => page.textContent)).toEqual([
      '22',
    ]);
    expect(text).toContain('Its list was read 4 times.');
    expect([...document.querySelectorAll('.sheet-table tbody tr')].map((row) => row.textContent)).toEqual([
      'Nov 21, 20261 like',
      'Nov 19, 202612 likes',
    ]);
    expect(text).toContain('91.0% of the 1,209 models with a known number have fewer likes.');
    expect(origin()).toContain('Told by SketchfabCategories, Tags, Likes, NoAI');
    expect(origin()).toContain('Read from pagesName, Published, Views');
    expect([...document.querySelectorAll('.sheet-tags a')][0]!.getAttribute('href')).toBe('#models?tag=mech');
  });

  it('reads it again, leaves it out, goes on to its neighbours and closes, also by Escape', () => {
    show(states['sheet']!);
    press('Retry');
    expect(actions.retry).toHaveBeenCalledWith([uid]);
    press('Leave out of the dataset');
    expect(actions.leaveOut).toHaveBeenCalledWith([uid]);
    press('Next model');
    expect(actions.openSheet).toHaveBeenLastCalledWith(uidAt(4));
    press('Previous model');
    expect(actions.openSheet).toHaveBeenLastCalledWith(uidAt(2));
    press('Close');
    sheet().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(actions.closeSheet).toHaveBeenCalledTimes(2);
  });

  it('of more than 60 pages shows only the short ones', () => {
    show(states['sheet-long']!);
    expect(
      [...document.querySelectorAll('.sheet-pages li')].map((page) => page.getAttribute('title')),
    ).toEqual(['Page 41: 23 likes']);
    expect(origin()).toContain('100 pages');
    expect(origin()).toContain('Read again3 pages');
  });

  it('offers Retry for short pages only if it would read them, and says which likes were unreadable', () => {
    show(states['sheet']!);
    expect(origin()).toContain('Often deleted accounts still count. Retry reads the list again.');
    expect(origin()).not.toContain('could not be read');
    show(states['sheet-long']!);
    expect(origin()).toContain('1 page brought fewer likes than it should.');
    expect(origin()).not.toContain('Retry');
    const { models, ...others } = states['sheet']!;
    const details = models.sheet!.details as ModelDetails;
    const pages = [1, 24, 22].map((likes, at) => ({ likes, unreadable: at, fetchedAt: 0 }));
    show({ ...others, models: { ...models, sheet: { ...models.sheet!, details: { ...details, pages } } } });
    expect(document.querySelector('.sheet-pages li')!.getAttribute('title')).toBe('Page 1: 1 like');
    expect(origin()).toContain('3 likes could not be read: the answers did not say who gave them.');
  });

  it('says so if nothing is read, or nothing stored', () => {
    show(states['sheet-new']!);
    expect(sheet().textContent).toContain('Its list was never read.');
    expect(origin()).toContain('Not read yet');
    show(states['sheet-missing']!);
    expect(sheet().textContent).toContain('This model is not stored here.');
    show(states['sheet-reading']!);
    expect(sheet().textContent).toContain('Reading…');
  });

  it('cuts what the site named at length, and keeps it in a title', () => {
    show(states['sheet-hostile']!);
    const name = document.querySelector('#sheet-name')!;
    expect(name.textContent.length).toBeLessThanOrEqual(201);
    expect(name.getAttribute('title')!.length).toBeLessThanOrEqual(1_001);
    expect(name.getAttribute('title')!.length).toBeGreaterThan(900);
    expect(document.querySelectorAll('.sheet-tags a')).toHaveLength(60);
    expect(document.querySelector('aside img, aside script')).toBeNull();
  });
});

describe('the sources of facts', () => {
  const facts = {
    ...noFacts(uid),
    name: 'Dragon',
    likeCount: 3,
    tags: [],
    origins: { likeCount: 'answer' },
  } as const;

  it('are those that told them, and imports for what only imports know', () => {
    expect(factsBySource(newModelRow(facts, 0, 0))).toEqual([
      ['answer', ['Likes']],
      ['unknown', ['Name', 'Tags']],
    ]);
    const own = { name: null, likeCount: null };
    const sources = { isCaptured: true, own, imports: [] };
    expect(factsBySource({ ...newModelRow(facts, 0, 0), sources })).toEqual([
      ['import', ['Name', 'Likes']],
      ['unknown', ['Tags']],
    ]);
  });
});

describe('an open sheet', () => {
  it('follows what is stored of its model, and of no other', async () => {
    const { actions: own, list, shown, changes, watchDetails } = view();
    await list('');
    changes.mockClear();
    own.followModel(uidAt(1));
    // The page is being drawn.
    expect(changes).not.toHaveBeenCalled();
    await later();
    expect(shown().sheet).toEqual({ uid: uidAt(1), details: null, place: null });
    const [, onDetails] = watchDetails.mock.calls[0]!;
    own.placeModel(uidAt(1));
    await later();
    expect(shown().sheet!.place).toMatchObject({ fewerLikes: 1, withKnownLikes: 30 });
    onDetails(null);
    expect(shown().sheet!.details).toBe('missing');
    own.followModel(uidAt(2));
    await later();
    onDetails(null);
    expect(shown().sheet).toEqual({ uid: uidAt(2), details: null, place: null });
    own.followModel(null);
    await later();
    expect(shown().sheet).toBeNull();
  });

  it('says why its model cannot be read', async () => {
    const { actions: own, list, watchDetails, setError } = view();
    await list('');
    own.followModel(uidAt(1));
    await later();
    watchDetails.mock.calls[0]![2](new Error('VersionError'));
    expect(setError).toHaveBeenLastCalledWith(expect.stringContaining('VersionError'));
  });
});
