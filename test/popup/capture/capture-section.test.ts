import { describe, expect, it } from 'vitest';
import { pageCountsText } from '../../../src/popup/capture/capture-section';
import { firstDay } from '../snapshot-of';

const onPage = (modelsOnPage: number, newModels: number) =>
  pageCountsText({ ...firstDay, pageCounts: { pageSerial: 1, modelsOnPage, newModels } });

describe('the line beside the auto-capture switch', () => {
  it('counts the models on the current page', () => {
    expect(onPage(24, 3)).toBe('24 models on this page, 3 new');
    expect(onPage(1, 0)).toBe('1 model on this page, 0 new');
    expect(onPage(0, 0)).toBe('No models on this page');
  });

  it('says what the switch does when there is nothing to count', () => {
    expect(pageCountsText(firstDay)).toBe('Notes the models on pages you open');
  });

  it('promises nothing without access to Sketchfab', () => {
    expect(pageCountsText({ ...firstDay, hasAccess: false })).toBe('On, but it needs access to Sketchfab');
  });

  it('shows no count while capture is off, because the number is outdated', () => {
    const settings = { ...firstDay.settings, autoCapture: false };
    const pageCounts = { pageSerial: 1, modelsOnPage: 24, newModels: 3 };
    expect(pageCountsText({ ...firstDay, settings, pageCounts })).toBe(
      'Off: nothing is noted while you browse',
    );
  });
});
