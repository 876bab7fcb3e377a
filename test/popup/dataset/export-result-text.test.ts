import { describe, expect, it } from 'vitest';
import { unknownExclusionsText } from '../../../src/popup/dataset/export-result';
import { exportResultText } from '../../../src/popup/dataset/export-result-text';

const done = {
  phase: 'done',
  fileName: 'likes.zip',
  models: 53,
  completeModels: 53,
  likes: 1_629,
  users: 8,
} as const;

describe('what was exported', () => {
  it('is the complete list of each model, where all were read and nothing was left out', () => {
    expect(exportResultText(done)).toBe(
      'likes.zip: 1,629 likes by 8 users; 53 models, the list of each is complete.',
    );
  });

  it('is called complete no more where choices left likes out', () => {
    expect(exportResultText({ ...done, likesLeftOut: 371 })).toBe(
      'likes.zip: 1,629 likes by 8 users; 53 models, the list of each was read completely; 371 likes were left out by your choices.',
    );
    expect(exportResultText({ ...done, completeModels: 40, likesLeftOut: 1 })).toContain(
      '53 models, 40 of them read completely; 1 like was left out by your choices.',
    );
  });

  it('tells how many lists are complete, and of imports under another key', () => {
    expect(exportResultText({ ...done, completeModels: 40, importsLeftOut: 2 })).toContain(
      '53 models, 40 complete. The likes of 2 imports are not in it: they go by another key.',
    );
  });
});

describe('the list of those to leave out', () => {
  it('gives no cause to speak where all on it were found', () => {
    expect(unknownExclusionsText({ listed: 3, unknown: 0 })).toBeNull();
  });

  it('is said to have lines that are nobody, and what to do', () => {
    const said = unknownExclusionsText({ listed: 3, unknown: 2 });
    expect(said?.found).toBe(
      '2 of the 3 lines on your list to leave out are no user and no model known here.',
    );
    expect(said?.advice).toMatch(/^Check the spelling, or give the id\./);
    expect(unknownExclusionsText({ listed: 1, unknown: 1 })?.found).toMatch(
      /^1 of the 1 line on your list .* is no/,
    );
  });
});
