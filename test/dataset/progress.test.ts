import { describe, expect, it } from 'vitest';
import { createProgress, type DatasetProgress, type Step } from '../../src/dataset/progress';

const steps: readonly Step[] = [
  { id: 'readLikes', weight: 3 },
  { id: 'writeFile', path: 'a.psv', weight: 1 },
  { id: 'writeFile', path: 'b.psv', weight: 4 },
];

describe('the progress of an export', () => {
  it('adds up the weights of the steps before', () => {
    const reported: DatasetProgress[] = [];
    const reportStep = createProgress(steps, (progress) => reported.push(progress));
    reportStep('readLikes')(1, 2);
    reportStep('writeFile', 'a.psv')(0, 0);
    reportStep('writeFile', 'b.psv')(1, 4);
    expect(reported).toEqual([
      { share: 1.5 / 8, step: 'readLikes' },
      { share: 4 / 8, step: 'writeFile', path: 'a.psv' },
      { share: 5 / 8, step: 'writeFile', path: 'b.psv' },
    ]);
  });

  it('never falls, and reports no change that a bar could not show', () => {
    const shares: number[] = [];
    const report = createProgress(steps, ({ share }) => shares.push(share))('readLikes');
    report(50, 100);
    report(20, 100);
    report(50_001, 100_000);
    report(1, 1);
    expect(shares).toEqual([1.5 / 8, 3 / 8]);
  });

  it('throws for a step that the export does not have', () => {
    const reportStep = createProgress(steps);
    expect(() => reportStep('filter')).toThrow('no step filter');
    expect(() => reportStep('writeFile')).toThrow('no step writeFile');
    expect(() => reportStep('writeFile', 'c.psv')).toThrow('no step writeFile c.psv');
  });
});
