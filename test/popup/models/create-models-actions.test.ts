import { describe, expect, it, vi } from 'vitest';
import { parseModelsAddress } from '../../../src/models/models-address';
import type { ModelsSnapshot } from '../../../src/popup/models/models-snapshot';
import { putModel, uidAt } from './model-index';
import { later, view } from './models-rig';

const namesOf = ({ answer }: ModelsSnapshot) => answer!.window.rows.map(({ name }) => name);

describe('the list', () => {
  it('is what the address asks for', async () => {
    const { list, shown } = view();
    await list('category=Odd&sort=likes');
    expect(namesOf(shown()).slice(0, 3)).toEqual(['Model 1', 'Model 3', 'Model 5']);
    expect(shown().answer).toMatchObject({ matching: 15, total: 30 });
  });

  it('changes nothing before the answer, as the page is being drawn', async () => {
    const { list, actions, changes } = view();
    await list('');
    changes.mockClear();
    actions.listModels(parseModelsAddress('category=Odd'));
    expect(changes).not.toHaveBeenCalled();
    await later();
    expect(changes).toHaveBeenCalled();
  });

  it('is refreshed in place when models change, and rests while another view is shown', async () => {
    const { list, index, actions, shown, worker } = view();
    await list('category=Even&sort=likes');
    const before = namesOf(shown());
    putModel(index, 0, { state: 'failed' });
    putModel(index, 98);
    worker().onChange(null);
    await later();
    expect(shown().answer!.window.rows[0]!.state).toBe('failed');
    expect(namesOf(shown())).toEqual([...before, 'Model 98']);
    actions.leaveModels();
    putModel(index, 100);
    worker().onChange(null);
    await later();
    expect(namesOf(shown())).toHaveLength(before.length + 1);
  });

  it('asks for one refresh at a time, and once more for what changed meanwhile', async () => {
    const { list, client, worker } = view();
    await list('');
    const refresh = vi.spyOn(client, 'refresh');
    for (let change = 0; change < 5; change += 1) worker().onChange(null);
    expect(refresh).toHaveBeenCalledTimes(1);
    await later();
    expect(refresh).toHaveBeenCalledTimes(2);
  });

  it('shows the rows that were asked for last, whatever is answered last', async () => {
    const { list, actions, client, shown } = view(300);
    await list('sort=likes');
    const answers: (() => void)[] = [];
    const { rows } = client;
    vi.spyOn(client, 'rows').mockImplementation(async (window) => {
      await new Promise<void>((resolve) => answers.push(resolve));
      return rows(window);
    });
    actions.readModelRows({ start: 100, end: 110 });
    actions.readModelRows({ start: 200, end: 210 });
    answers[1]!();
    await later();
    answers[0]!();
    await later();
    expect(shown().answer!.window.start).toBe(200);
    expect(namesOf(shown())[0]).toBe('Model 200');
  });

  it('says why it cannot be read, and starts anew', async () => {
    const { list, actions, shown, worker, startModels } = view();
    await list('');
    worker().onFailed('VersionError');
    expect(shown().failure).toContain('VersionError');
    actions.readAgain();
    await later();
    expect(startModels).toHaveBeenCalledTimes(2);
    expect(shown().failure).toBeNull();
    expect(shown().answer?.total).toBe(30);
  });
});

describe('the selection', () => {
  it('takes all that match or a range, and ends with another filter, not with another order', async () => {
    const { list, actions, shown } = view();
    await list('category=Even');
    actions.selectAllModels();
    await later();
    expect(shown().selected.size).toBe(15);
    await list('category=Even&sort=name');
    await later();
    expect(shown().selected.size).toBe(15);
    await list('category=Odd');
    await later();
    expect(shown().selected.size).toBe(0);
    actions.selectModelRows({ start: 2, end: 5 });
    await later();
    expect([...shown().selected]).toEqual(
      shown()
        .answer!.window.rows.slice(2, 5)
        .map(({ uid }) => uid),
    );
  });

  it('opens at most ten tabs', async () => {
    const { list, actions, shown, openModel } = view();
    await list('');
    actions.selectAllModels();
    await later();
    actions.openSelected();
    await later();
    expect(openModel).not.toHaveBeenCalled();
    actions.clearSelection();
    actions.selectModel(uidAt(4), true);
    actions.selectModel(uidAt(5), true);
    actions.selectModel(uidAt(4), false);
    expect(shown().selected.size).toBe(1);
    actions.openSelected();
    await later();
    expect(openModel.mock.calls).toEqual([[uidAt(5)]]);
  });

  it('is left out of datasets, and Undo takes back no more than that', async () => {
    const { list, actions, shown, excluded } = view();
    await list('');
    actions.selectModel(uidAt(1), true);
    actions.leaveOut([...shown().selected]);
    expect(excluded()).toEqual({ usernames: ['somebody'], userUids: [], modelUids: [uidAt(1)] });
    expect(shown()).toMatchObject({
      selected: new Set(),
      notice: { kind: 'left-out', uids: [uidAt(1)], name: 'Model 1' },
    });
    actions.selectModel(uidAt(1), true);
    actions.selectModel(uidAt(2), true);
    actions.leaveOut([...shown().selected]);
    expect(shown().notice).toEqual({ kind: 'left-out', uids: [uidAt(2)], name: null });
    actions.undo();
    expect(excluded().modelUids).toEqual([uidAt(1)]);
    expect(shown().notice).toBeNull();
  });

  it('is read again, and what came of it is told', async () => {
    const { list, actions, shown, retryModels } = view();
    await list('');
    actions.selectModel(uidAt(1), true);
    actions.selectModel(uidAt(2), true);
    actions.retry([uidAt(1)]);
    await later();
    expect(retryModels.mock.calls).toEqual([[[uidAt(1)]]]);
    expect(shown()).toMatchObject({
      selected: new Set([uidAt(2)]),
      notice: { kind: 'retried', outcome: { queued: 1, when: 'now' } },
    });
    actions.retry(Array.from({ length: 1_001 }, (_, at) => uidAt(at)));
    expect(retryModels).toHaveBeenCalledOnce();
  });
});

it('makes typing one step of the history', () => {
  const { actions, goTo } = view();
  const address = parseModelsAddress('q=fo');
  actions.goToModels(address);
  actions.goToModels(parseModelsAddress('q=fox'), true);
  expect(goTo.mock.calls).toEqual([
    ['q=fo', false],
    ['q=fox', true],
  ]);
});

it('finds values of a facet, and forgets an older search that ends later', async () => {
  const { list, actions, client, shown } = view();
  await list('');
  const answers: (() => void)[] = [];
  const find = client.findValues;
  vi.spyOn(client, 'findValues').mockImplementation(async (...asked) => {
    await new Promise<void>((resolve) => answers.push(resolve));
    return find(...asked);
  });
  actions.findValues('category', 'ev');
  actions.findValues('category', 'od');
  answers[1]!();
  await later();
  answers[0]!();
  await later();
  expect(shown().found?.values.map(({ value }) => value)).toEqual(['Odd']);
  actions.findValues('category', '');
  expect(shown().found).toBeNull();
});
