// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DatasetOptions, defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { parseModelsAddress } from '../../../src/models/models-address';
import { ModelsPage } from '../../../src/popup/models/models-page';
import {
  type ModelsActions,
  type ModelsSnapshot,
  unreadModels,
} from '../../../src/popup/models/models-snapshot';
import { press } from '../shown-page';
import { indexOf, putModel, uidAt } from './model-index';

beforeEach(() => {
  // jsdom lays nothing out.
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(860);
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Runs all effects, too. */
function drawn(run: () => void): void {
  act(run).catch((error: unknown) => {
    throw error;
  });
}

const recorder = () =>
  new Proxy<Record<string, unknown>>({}, { get: (target, name) => (target[String(name)] ??= vi.fn()) });

function show(
  changed: Partial<ModelsSnapshot> = {},
  query = '',
  index = indexOf(300),
  options: DatasetOptions | null = defaultDatasetOptions,
) {
  const address = parseModelsAddress(query);
  const actions = recorder() as unknown as ModelsActions;
  const answer = index.query({ ...address, window: { start: 0, end: 60 } });
  const models = { ...unreadModels, reading: null, answer, ...changed };
  drawn(() =>
    render(
      <ModelsPage
        models={models}
        address={address}
        options={options}
        now={0}
        isDownloadNext={false}
        actions={actions}
      />,
      document.body,
    ),
  );
  return { actions, address };
}

const group = (name: string) =>
  [...document.querySelectorAll('fieldset')].find(
    (each) => each.querySelector('legend')?.textContent === name,
  )!;
const asked = (actions: ModelsActions) => vi.mocked(actions.goToModels).mock.calls.at(-1)![0];

describe('the view of the models', () => {
  it('says how many match, and draws only the rows that are seen', () => {
    show({}, 'category=Even');
    expect(document.querySelector('.models-count')!.textContent).toBe('150 of 300 models');
    const table = document.querySelector('[role=table]')!;
    expect(table.getAttribute('aria-label')).toBe('Models');
    expect(table.getAttribute('aria-rowcount')).toBe('151');
    const seen = [...document.querySelectorAll('.model-rows [role=row]')];
    expect(seen.length).toBeLessThan(40);
    expect(seen[0]!.getAttribute('aria-rowindex')).toBe('2');
  });

  it('has a group of checkboxes for each facet, with counts', () => {
    const { actions, address } = show();
    expect([...document.querySelectorAll('legend')].map(({ textContent }) => textContent)).toEqual([
      'State',
      'Category',
      'Tag',
      'NoAI',
      'Age-restricted',
      'Tags known',
      'Public',
      'Left out',
    ]);
    const odd = [...group('Category').querySelectorAll('label')].find(
      (label) => label.textContent === 'Odd 150',
    )!;
    odd.querySelector('input')!.click();
    expect(asked(actions)).toEqual({ ...address, filter: { ...address.filter, category: ['Odd'] } });
    const toGo = [...group('State').querySelectorAll('label')].at(-1)!;
    expect(toGo.textContent).toBe('To go 0');
    toGo.querySelector('input')!.click();
    expect(asked(actions).filter.state).toEqual(['new', 'crawling']);
  });

  it('takes parts of the filter away one by one, or all, and keeps the order', () => {
    const { actions } = show({}, 'category=Even,Odd&likes=10-199&sort=name');
    press('Remove the filter “Category: Odd”');
    expect(asked(actions).filter).toMatchObject({ category: ['Even'], likes: { min: 10, max: 199 } });
    expect(document.activeElement?.className).toBe('models-count');
    press('Reset');
    expect(asked(actions)).toEqual(parseModelsAddress('sort=name'));
  });

  it('offers a dataset of those that match and may be in one', () => {
    const index = indexOf(300);
    putModel(index, 1, { isPublic: false });
    putModel(index, 3, { noAi: true });
    index.leaveOut(new Set([uidAt(5)]));
    const { actions, address } = show({}, 'category=Odd', index);
    press('Download these 148 models');
    expect(actions.chooseModels).toHaveBeenCalledWith(address.filter);
    const all = { ...defaultDatasetOptions, leaveOutNotPublic: false, leaveOutNoAi: true };
    show({}, 'category=Odd', index, all);
    press('Download these 148 models');
    show({}, 'likes=1-1', index);
    const none = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Download these 0 models',
    )!;
    expect(none.getAttribute('aria-disabled')).toBe('true');
    show({}, 'likes=2-2', index);
    press('Download these: 1 model');
  });

  it('says that no model matches, with the one way back', () => {
    show({}, 'q=nothing+like+this');
    expect(document.querySelector('.models-list')!.textContent).toBe('No model matches. Reset');
    expect(document.querySelectorAll('[role=table]')).toHaveLength(0);
    const resets = [...document.querySelectorAll('button')].filter((each) => each.textContent === 'Reset');
    expect(resets).toHaveLength(1);
  });

  it('sorts by a header, and says by which', () => {
    const { actions } = show({}, 'sort=-likes,name');
    const headers = [...document.querySelectorAll('[role=columnheader]')];
    expect(headers.map((each) => each.getAttribute('aria-sort'))).toEqual([
      null,
      null,
      null,
      'descending',
      null,
      null,
    ]);
    headers[1]!
      .querySelector<HTMLElement>('.sort')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true, shiftKey: true }));
    expect(asked(actions).sort).toEqual(parseModelsAddress('sort=-likes,-name').sort);
  });

  it('goes to another order for a click, and to a range for a bar', () => {
    const { actions } = show();
    const bars = [...document.querySelectorAll<HTMLElement>('.bars button')];
    expect(bars[0]!.getAttribute('aria-label')).toMatch(/^\d+ to \d+: \d+ models$/);
    bars[0]!.click();
    expect(asked(actions).filter.likes).toMatchObject({ min: 0 });
  });

  it('shows a name of any length and kind as text, cut and apart from the rest', () => {
    const index = indexOf(1);
    const hostile = '\u202e<img src=x onerror=alert(1)>'.repeat(500);
    putModel(index, 0, { name: hostile });
    show({}, '', index);
    const name = document.querySelector<HTMLElement>('.model-rows .name')!;
    expect(document.querySelector('img')).toBeNull();
    expect(name.querySelector('bdi')!.textContent.length).toBeLessThan(210);
    expect(hostile.startsWith(name.title.slice(0, -1))).toBe(true);
  });

  it('does not offer what is too much at once', () => {
    show({ selected: new Set(Array.from({ length: 11 }, (_, at) => uidAt(at))) });
    const open = [...document.querySelectorAll('button')].find(
      (each) => each.textContent === 'Open on Sketchfab',
    )!;
    expect(open.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(open.getAttribute('aria-describedby')!)!.textContent).toBe(
      'At most 10 tabs at once.',
    );
  });

  it('moves the focus from row to row, and selects on the way with Shift', () => {
    const { actions } = show();
    const input = document.querySelector<HTMLElement>('[data-place="0"]')!;
    const down = (shiftKey: boolean) =>
      drawn(() => {
        const event = new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, shiftKey });
        document.activeElement!.dispatchEvent(event);
      });
    drawn(() => input.focus());
    down(false);
    expect((document.activeElement as HTMLElement).dataset['place']).toBe('1');
    down(true);
    expect((document.activeElement as HTMLElement).dataset['place']).toBe('2');
    expect(vi.mocked(actions.selectModelRows).mock.calls).toEqual([[{ start: 1, end: 3 }]]);
    expect(document.querySelectorAll('.model-rows input[tabindex="0"]')).toHaveLength(1);
  });

  it('says what it is doing before there is anything to show', () => {
    show({ answer: null, reading: { read: 1_000, total: 28_806 } });
    expect(document.body.textContent).toBe('Reading the models: 1,000 of 28,806…');
    show({ answer: null, failure: 'The models cannot be read.' });
    expect(document.querySelector('[role=alert]')!.textContent).toContain('The models cannot be read.');
    show({ answer: null, notice: { kind: 'removing', uids: [uidAt(1)], name: null } });
    expect(document.querySelector('.floating-bar')!.textContent).toContain('Undo');
    show({}, '', indexOf(0));
    expect(document.body.textContent).toContain('No models yet.');
  });
});
