import { describe, expect, it } from 'vitest';
import {
  hasAnsweredCount,
  isKnownPublic,
  type ModelRow,
  newModelRow,
  updateFacts,
  wasShownToEveryone,
} from '../../src/store/model-row';
import { sighting } from '../crawl/small-world';

const row = (own: Partial<ModelRow> = {}): ModelRow => ({ ...newModelRow(sighting(1), 0, 5), ...own });
const answered = sighting(1, { likeCount: 3, origins: { likeCount: 'answer' } });
const shown = sighting(1, { likeCount: 3, origins: { likeCount: 'markup' } });

describe('a model that was just captured', () => {
  it('is new, was answered nothing yet, and is not known to be public', () => {
    expect(newModelRow(sighting(1), 7, 5)).toMatchObject({
      order: 7,
      capturedAt: 5,
      observedAt: 5,
      isPublic: false,
      state: 'new',
      lastSweep: -1,
      isCountFresh: false,
      hasAskedForFacts: false,
    });
  });
});

describe('a number of likes', () => {
  it('proves something only if an answer of the site told it', () => {
    expect(hasAnsweredCount(answered)).toBe(true);
    expect(hasAnsweredCount(shown)).toBe(false);
    expect(hasAnsweredCount({ ...answered, likeCount: null })).toBe(false);
    expect(hasAnsweredCount({ likeCount: 3 })).toBe(false);
  });

  it('is fresh from an answer until a crawl has used it, whatever pages tell meanwhile', () => {
    expect(updateFacts(row(), answered, 6).isCountFresh).toBe(true);
    expect(updateFacts(row(), shown, 6).isCountFresh).toBe(false);
    expect(updateFacts(row({ isCountFresh: true }), shown, 6).isCountFresh).toBe(true);
  });
});

describe('new facts about a model', () => {
  it('settle an error in asking for tags and categories once both are known', () => {
    const before = row({ factsError: 'HTTP 500' });
    const label = [{ name: 'robot', slug: 'robot' }];
    const after = (own: Parameters<typeof sighting>[1]) =>
      updateFacts(before, sighting(1, own), 6).factsError;
    expect(after({ tags: label, categories: label })).toBeNull();
    expect(after({ tags: label })).toBe('HTTP 500');
    expect(after({ categories: label })).toBe('HTTP 500');
  });

  it('do not change when the model was captured', () => {
    expect(updateFacts(row(), shown, 6)).toMatchObject({ capturedAt: 5, observedAt: 6 });
    expect(updateFacts(row(), shown, null)).toMatchObject({ capturedAt: 5, observedAt: null });
  });
});

describe('a model may leave the browser', () => {
  it('if an answer showed it to everyone; of rows from before that was known, if it has likes', () => {
    expect(wasShownToEveryone({ isPublic: true, sweep: null })).toBe(true);
    expect(wasShownToEveryone({ isPublic: false, sweep: 3 })).toBe(false);
    expect(wasShownToEveryone({ sweep: 0 })).toBe(true);
    expect(wasShownToEveryone({ sweep: null })).toBe(false);
    expect(isKnownPublic(row({ isPublic: true }))).toBe(true);
    expect(isKnownPublic(row())).toBe(false);
  });
});
