import { describe, expect, it } from 'vitest';
import { exportResultText } from '../../../src/popup/dataset/export-result-text';

const done = {
  phase: 'done',
  fileName: 'likes.zip',
  models: 53,
  completeModels: 53,
  likes: 1_629,
  users: 8,
} as const;

describe('the text of an export result', () => {
  it('calls all lists complete if all were read and nothing was left out', () => {
    expect(exportResultText(done)).toBe(
      'likes.zip: 1,629 likes by 8 users, 53 models. All lists are complete.',
    );
  });

  it('calls no list complete if options left likes out', () => {
    expect(exportResultText({ ...done, likesLeftOut: 371 })).toBe(
      'likes.zip: 1,629 likes by 8 users, 53 models. All lists were read completely. Your options left out 371 likes.',
    );
    expect(exportResultText({ ...done, completeModels: 40, likesLeftOut: 1 })).toContain(
      '53 models. 40 lists were read completely. Your options left out 1 like.',
    );
  });

  it('counts complete lists, and imports with another key', () => {
    expect(exportResultText({ ...done, completeModels: 40, importsLeftOut: 2 })).toContain(
      '53 models. 40 lists are complete. The likes of 2 imports are not included: they have another key.',
    );
  });
});
