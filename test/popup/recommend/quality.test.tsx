// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Quality } from '../../../src/popup/recommend/quality';
import {
  type QualityActions,
  type QualitySnapshot,
  unmeasured,
} from '../../../src/popup/recommend/quality-snapshot';
import type { Measurement } from '../../../src/recommend/evaluation/measurement';
import type { LikesState } from '../../../src/workers/recommend/messages';
import { noon } from '../snapshot-of';
import { press } from '../shown-page';
import { sampleMeasurement } from './sample-measurement';

afterEach(() => render(null, document.body));

const data: LikesState = {
  ...{ likes: 632_840, users: 62_583, models: 28_806, likedModels: 28_000, taggedModels: 20_000 },
  ...{ readAt: noon, counted: 632_840, fingerprint: 'abcd', importsLeftOut: 0, hasKey: false },
};

function drawn(run: () => void): void {
  act(run).catch((error: unknown) => {
    throw error;
  });
}

function show(changed: Partial<QualitySnapshot>, now: LikesState | null = data) {
  const actions = { measureQuality: vi.fn(), stopMeasuring: vi.fn() } as unknown as QualityActions;
  const quality = { ...unmeasured, ...changed };
  drawn(() => render(<Quality quality={quality} data={now} now={noon} actions={actions} />, document.body));
  return actions;
}

const withResult = (measurement: Measurement) => ({ result: { data, measurement } });
const text = () => document.body.textContent;

describe('how good the data is', () => {
  it('is measured when that is asked for, and says about how long it takes', () => {
    const actions = show({});
    expect(text()).toContain('nothing is sent');
    expect(text()).toContain('Takes some minutes where there is as much data as in 2016');
    press('Measure');
    expect(actions.measureQuality).toHaveBeenCalledOnce();
  });

  it('has a table of all methods, by their names', () => {
    show(withResult(sampleMeasurement()));
    const table = document.querySelector('table')!;
    expect(table.getAttribute('aria-label')).toBe('Baselines');
    expect([...table.querySelectorAll('thead th')].map((each) => each.textContent)).toEqual([
      'Method',
      'Recall@20',
      'NDCG@20',
    ]);
    const rows = [...table.querySelectorAll('tbody tr')];
    expect(rows.map((row) => row.querySelector('th')!.firstChild!.textContent)).toEqual([
      'Popularity',
      'Item-kNN',
      'RP3beta',
      'Likes and tags',
      'WRMF',
      'EASE',
    ]);
    expect(rows[0]!.querySelector('td')!.textContent).toBe('0.058 0.055 to 0.060');
    expect(rows[2]!.textContent).toContain('7.0% of its places are filled with popular models');
    expect(rows[1]!.textContent).not.toContain('filled');
    expect(rows[5]!.textContent).toContain('the 4,000 most liked models; the rest by RP3beta');
  });

  it('says in words what the numbers mean, following the data', () => {
    show(withResult(sampleMeasurement()));
    expect(document.querySelector('h2')!.textContent).toBe(
      'Good enough to learn from: EASE finds 3.7 times as many hidden likes as popularity does.',
    );
  });

  it.each(['recall', 'ndcg'] as const)('calls no method better whose %s is not clearly above', (metric) => {
    const flat = sampleMeasurement();
    const methods = flat.methods.map((method) => ({
      ...method,
      overPopularity: method.overPopularity && {
        ...method.overPopularity,
        [metric]: { mean: 0, low: -0.01, high: 0.01 },
      },
    }));
    show(withResult({ ...flat, methods }));
    expect(document.querySelector('h2')!.textContent).toMatch(/^No method finds clearly more/);
  });

  it('says just "more" where it is hardly more', () => {
    const close = sampleMeasurement();
    const methods = close.methods.map((method) =>
      method.name === 'EASE' ? { ...method, recall: { mean: 0.06, low: 0.059, high: 0.061 } } : method,
    );
    show(withResult({ ...close, methods }));
    expect(document.querySelector('h2')!.textContent).toBe(
      'Good enough to learn from: EASE finds more hidden likes than popularity does.',
    );
  });

  it.each([
    [1, 0],
    [5, 15],
    [4, 7],
  ])('has no verdict after %i methods and %i epochs, and says how far it came', (methods, epochs) => {
    show(withResult(sampleMeasurement(methods, epochs)));
    expect(document.querySelector('.quality-verdict h2')).toBeNull();
    expect(text()).toContain(`Stopped after ${methods} of 6 methods.`);
    show({ ...withResult(sampleMeasurement(methods, epochs)), progress: { share: 0.4, at: 'WRMF' } });
    expect(document.querySelector('.quality-verdict h2')).toBeNull();
    expect(text()).not.toContain('Stopped after');
    expect(/WRMF \w+ .*the result of 2016\./.test(text())).toBe(epochs === 15);
  });

  it('draws the curve beside the result of 2016, as a plot or a table', () => {
    for (const [factor, sentence] of [
      [0.5, 'stays below'],
      [1.02, 'comes close to'],
      [2, 'passes'],
    ] as const) {
      const measurement = sampleMeasurement();
      const curve = measurement.curve.map(({ epoch, known, hidden }) => ({
        ...{ epoch, known },
        hidden: { mean: hidden.mean * factor, low: hidden.low * factor, high: hidden.high * factor },
      }));
      show(withResult({ ...measurement, curve }));
      expect(document.querySelector('figure h2')!.textContent).toBe(`WRMF ${sentence} the result of 2016.`);
    }
    expect(document.querySelector('polyline.hidden')!.getAttribute('points')!.split(' ')).toHaveLength(15);
    drawn(() => press('Show as table'));
    expect(document.querySelector('svg[role=img]')).toBeNull();
    expect(document.querySelectorAll('.curve-table tbody tr')).toHaveLength(15);
    expect(text()).toContain('rec-a-sketch had 0.048 in 2016');
    expect(text()).toContain('With known likes left out of the lists, as above, it has 0.062');
  });

  it('shows what there is while it is measured, and can be stopped', () => {
    const actions = show({ ...withResult(sampleMeasurement(4, 6)), progress: { share: 0.4, at: 'WRMF' } });
    expect(text()).toContain('Measuring WRMF…');
    expect(document.querySelector('progress')!.value).toBe(0.4);
    expect(document.querySelectorAll('tbody tr')).toHaveLength(4);
    expect(document.querySelector('polyline.hidden')!.getAttribute('points')!.split(' ')).toHaveLength(6);
    press('Stop');
    expect(actions.stopMeasuring).toHaveBeenCalledOnce();
  });

  it('says that the data has changed since, and only then', () => {
    const changed = { ...data, fingerprint: 'ffff', readAt: noon + 1 };
    show(withResult(sampleMeasurement()), changed);
    expect(text()).toContain('The data has changed since');
    show(withResult(sampleMeasurement()));
    expect(text()).not.toContain('The data has changed since');
    // Measured after what is read here.
    show(withResult(sampleMeasurement()), { ...changed, readAt: noon - 1 });
    expect(text()).not.toContain('The data has changed since');
    show(withResult(sampleMeasurement()), null);
    expect(text()).not.toContain('The data has changed since');
  });

  it('says what is too little data to tell, and gives no number then', () => {
    show({ tooLittle: { testUsers: 12, needed: 100 } });
    expect(text()).toContain('Too little data to tell: only 12 people could be tested, and 100 are needed.');
    expect(document.querySelector('table')).toBeNull();
    show({ failure: { code: 'outOfMemory', message: '' } });
    expect(document.querySelector('[role=alert]')!.textContent).toContain('enough memory');
  });
});
