import { describe, expect, it } from 'vitest';
import { importPreviewText } from '../../../src/popup/import/import-preview-text';
import { datasetStates } from '../gallery/dataset-states';

function previewOf(state: string) {
  const { importing } = datasetStates[state]!;
  if (importing.phase !== 'previewed') throw new Error('not previewed');
  return importing.preview;
}

describe('the text of an import preview', () => {
  it('describes a part with the same key', () => {
    const text = importPreviewText(previewOf('import-preview'));
    expect(text.what).toContain('Part of a dataset, ');
    expect(text.what).toContain('1,240 models, 28,011 likes by 7,902 users.');
    expect(text.key).toEqual({
      fits: true,
      sentence: 'Same key (1a2b3c4d): its likes can be merged with yours.',
    });
    expect(text.rows).toEqual([
      ['New', '310', '8,120'],
      ['Same', '918', '19,884'],
      ['Conflicting', '12', '7'],
    ]);
    expect(text.differing).toBe('Models differ in tags (2), number of likes (11). What is known here stays.');
    expect(text.known).toBeNull();
  });

  it('says that a number of views may be more recent, since it has a day', () => {
    const preview = previewOf('import-preview');
    const models = { ...preview.plan.models, byFact: { name: 1, views: 3 } };
    const { differing } = importPreviewText({ ...preview, plan: { ...preview.plan, models } });
    expect(differing).toBe(
      'Models differ in name (1), number of views (3). The more recent number of views counts. Everything else that is known here stays.',
    );
  });

  it('counts no likes if the key does not match', () => {
    const text = importPreviewText(previewOf('import-preview-foreign'));
    expect(text.key.fits).toBe(false);
    expect(text.key.sentence).toContain('It was made with a one-time key, which nobody has kept.');
    expect(text.rows.map(([, , likes]) => likes)).toEqual(['–', '–', '–']);
    expect(text.differing).toContain('What is known here stays.');
    expect(text.known).toContain('imported before');
  });
});
