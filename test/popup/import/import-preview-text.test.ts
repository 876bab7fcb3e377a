import { describe, expect, it } from 'vitest';
import { importPlanText } from '../../../src/popup/import/import-preview-text';
import { datasetStates } from '../gallery/dataset-states';

function found(state: string) {
  const { importing } = datasetStates[state]!;
  if (importing.phase !== 'planned') throw new Error('not planned');
  return importing.found;
}

describe('what taking a zip in would do', () => {
  it('is told of a part under the same key', () => {
    const said = importPlanText(found('import-plan'));
    expect(said.what).toContain("A machine's part of");
    expect(said.what).toContain('1,240 models, 28,011 likes by 7,902 users.');
    expect(said.key).toEqual({
      fits: true,
      sentence: 'Same key (1a2b3c4d): its likes can be joined to yours.',
    });
    expect(said.rows).toEqual([
      ['New', '310', '8,120'],
      ['Same', '918', '19,884'],
      ['Conflicting', '12', '7'],
    ]);
    expect(said.differing).toBe(
      'Models differ in: tags (2), number of likes (11). What was seen later counts.',
    );
    expect(said.known).toBeNull();
  });

  it('counts no likes where the key is another', () => {
    const said = importPlanText(found('import-plan-foreign'));
    expect(said.key.fits).toBe(false);
    expect(said.key.sentence).toContain('its key was made for that one export, and nobody has it');
    expect(said.rows.map(([, , likes]) => likes)).toEqual(['–', '–', '–']);
    expect(said.differing).toContain('What is known here stays.');
    expect(said.known).toContain('taken in before');
  });
});
