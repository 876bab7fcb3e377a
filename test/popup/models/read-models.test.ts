import { describe, expect, it } from 'vitest';
import { stringsOf } from '../../../src/dataset/columns/string-list';
import { parseModelsAddress } from '../../../src/models/models-address';
import { uidAt } from './model-index';
import { later, view } from './models-rig';

describe('the models of a dataset', () => {
  const odd = parseModelsAddress('category=Odd').filter;

  it('are all that match, once everything is read, whatever is listed meanwhile', async () => {
    const { list, reader, worker } = view();
    await list('category=Even');
    const chosen = reader.chosenUids(odd);
    let isGiven = false;
    const noted = chosen.then(() => (isGiven = true));
    worker().onChange({ read: 10, total: 30 });
    await later();
    expect(isGiven).toBe(false);
    worker().onChange(null);
    const uids = Array.from({ length: 30 }, (_, at) => at).filter((at) => at % 2 === 1);
    await noted;
    expect([...stringsOf(await chosen)]).toEqual(uids.map(uidAt));
  });

  it('are not given if they cannot be read', async () => {
    const { reader, worker } = view();
    const chosen = reader.chosenUids(odd);
    worker().onFailed('VersionError');
    await expect(chosen).rejects.toThrow('VersionError');
    await expect(reader.chosenUids(odd)).rejects.toThrow('VersionError');
  });

  it('are chosen by going to the view of the dataset with the filter alone', () => {
    const { actions, goToDataset } = view();
    actions.chooseModels(parseModelsAddress('category=Odd&sort=name').filter);
    expect(goToDataset).toHaveBeenCalledWith('category=Odd');
  });
});

it('says which filter an answer is to', async () => {
  const { list, shown } = view();
  await list('category=Odd&sort=likes');
  expect(shown().answered).toBe('category=Odd');
});
