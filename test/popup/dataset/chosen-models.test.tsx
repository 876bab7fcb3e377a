// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { stringListOf, stringsOf } from '../../../src/dataset/columns/string-list';
import { everyModel } from '../../../src/models/model-filter';
import { whyNoDownload, whyNoPart } from '../../../src/popup/dataset/can-export';
import { chosenFilter, readChosen } from '../../../src/popup/dataset/chosen-models';
import { Page } from '../drawn-page';
import type { Actions, PageSnapshot } from '../../../src/popup/page-snapshot';
import type { ModelUid } from '../../../src/sketchfab/model-uid';
import { states } from '../gallery/states';

afterEach(() => render(null, document.body));

function show(snapshot: PageSnapshot): Actions {
  const actions = new Proxy<Record<string, unknown>>(
    {},
    { get: (target, name) => (target[String(name)] ??= vi.fn()) },
  ) as unknown as Actions;
  act(() => render(<Page snapshot={{ ...snapshot, view: 'tab' }} actions={actions} />, document.body)).catch(
    (error: unknown) => {
      throw error;
    },
  );
  return actions;
}

const box = () => document.querySelector('.chosen-models')!;
const links = () => [...box().querySelectorAll('a')].map((link) => [link.textContent, link.hash]);
const chosen = states['dataset-chosen']!;

describe('the address of the view "Dataset"', () => {
  it('chooses models by a filter, whatever else it holds; another view and no filter choose all', async () => {
    expect(chosenFilter({ view: 'dataset', query: 'category=Cars&sort=name' })).toEqual({
      ...everyModel,
      category: ['Cars'],
    });
    expect(chosenFilter({ view: 'dataset', query: 'sort=name&x=y' })).toBeNull();
    expect(chosenFilter({ view: 'models', query: 'category=Cars' })).toBeNull();
    const asked = vi.fn(() => Promise.resolve(stringListOf(['a' as ModelUid])));
    expect(await readChosen({ view: 'overview', query: 'category=Cars' }, asked)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
    const given = await readChosen({ view: 'dataset', query: 'category=Cars' }, asked);
    expect([...stringsOf(given!.uids)]).toEqual(['a']);
    expect(given!.conditions).toEqual([{ property: 'category', anyOf: ['Cars'], words: ['Category: Cars'] }]);
  });
});

describe('the first line of the choices', () => {
  it('is that all models are in it, and where to choose', () => {
    show({ ...chosen, address: { view: 'dataset', query: '' } });
    expect(box().textContent).toContain('All 1,240 models');
    expect(links()).toEqual([['Choose in Models', '#models']]);
  });

  it('names the filter, how many may be in the dataset and how many stay, and the ways back', () => {
    const actions = show(chosen);
    const { matching } = chosen.models.answer!;
    const [, only] = /Only (\d+) models that match/.exec(box().textContent)!;
    const [, staying] = /^(\d+) more match and stay here/.exec(box().querySelector('.soft')!.textContent)!;
    expect(Number(only) + Number(staying)).toBe(matching);
    expect([...box().querySelectorAll('li')].map((part) => part.textContent)).toEqual([
      'Category: Cars',
      'Category: Characters',
      'Likes: 10 to 199',
    ]);
    expect(links()).toEqual([
      ['All models instead', '#dataset'],
      ['Change in Models', '#models?category=Cars,Characters&likes=10-199'],
    ]);
    expect(document.querySelector('.outcome')!.textContent).toContain(
      `Of these models, the download holds ${only}.`,
    );
    expect(actions.listModels).toHaveBeenCalledOnce();
  });

  it('says no more than is certain if models with few likes are removed, too', () => {
    const exportOptions = {
      ...chosen.exportOptions!,
      options: { ...chosen.exportOptions!.options, minLikesPerModel: 5 },
    };
    show({ ...chosen, exportOptions });
    expect(document.querySelector('.outcome')!.textContent).toContain('the download holds at most');
  });

  it('says no number before it is counted, and none of another filter', () => {
    for (const models of [states['dataset-chosen-counting']!.models, { ...chosen.models, answered: '' }]) {
      show({ ...chosen, models });
      expect(box().textContent).toContain('counting…');
      expect(document.querySelector('.outcome')!.textContent).not.toContain('the download holds');
    }
  });
});

describe('the download of chosen models', () => {
  it('cannot begin if none of them may be in a dataset', () => {
    const none = { ...states['dataset-chosen-none']!, view: 'tab' } as const;
    expect(whyNoDownload(none)).toContain('None of the models that match');
    expect(whyNoDownload({ ...none, address: { view: 'dataset', query: '' } })).toBeNull();
    expect(whyNoDownload({ ...chosen, view: 'tab' })).toBeNull();
  });

  it('cannot begin by a number of likes while somebody is left out, as the numbers would tell who', () => {
    const exportOptions = chosen.exportOptions!;
    const excluded = { ...exportOptions.options.excluded, usernames: ['ada'] };
    const left = { ...exportOptions, options: { ...exportOptions.options, excluded } };
    const snapshot = { ...chosen, exportOptions: left, view: 'tab' } as const;
    expect(whyNoDownload(snapshot)).toContain('a filter by likes would tell');
    const others = { view: 'dataset', query: 'category=Cars' };
    expect(whyNoDownload({ ...snapshot, address: others })).toBeNull();
  });

  it('is never a part, which others rely on to be of all models', () => {
    const exportOptions = { ...chosen.exportOptions!, userIds: 'project' } as const;
    const lasting = { ...chosen, exportOptions, view: 'tab' } as const;
    expect(whyNoPart(lasting)).toContain('always of all models');
    expect(whyNoPart({ ...lasting, address: { view: 'dataset', query: '' } })).toBeNull();
  });
});
