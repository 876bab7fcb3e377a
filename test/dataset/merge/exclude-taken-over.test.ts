import { describe, expect, it } from 'vitest';
import { excludeTakenOver } from '../../../src/dataset/merge/exclude-taken-over';
import { hashUnlessTakenOver, takenOverUser } from '../../../src/dataset/merge/taken-over-user';
import { projectPrint } from './small-dataset';

const pseudonymOf = (user: string) => `pseudonym of ${user}`;

describe('a user of whom only the pseudonym is known', () => {
  it('has it in an export too, where others are hashed', () => {
    const hash = hashUnlessTakenOver(pseudonymOf);
    expect([hash(takenOverUser('abc')), hash('abc')]).toEqual(['abc', 'pseudonym of abc']);
  });

  it('is left out with the raw id that a person excluded', () => {
    expect(excludeTakenOver(['16271'], { ...projectPrint, pseudonymOf })).toEqual([
      '16271',
      takenOverUser('pseudonym of 16271'),
    ]);
  });
});
