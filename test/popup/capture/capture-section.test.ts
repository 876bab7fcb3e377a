import { describe, expect, it } from 'vitest';
import { needsReload, pageStatusText } from '../../../src/popup/capture/capture-section';
import { firstDay } from '../snapshot-of';

const onPage = (modelsOnPage: number, newModels: number) =>
  pageStatusText({ ...firstDay, pageStatus: { pageSerial: 1, modelsOnPage, newModels } });

describe('the line beside the auto-capture switch', () => {
  it('counts the models on the current page', () => {
    expect(onPage(24, 3)).toBe('24 models on this page, 3 new');
    expect(onPage(1, 0)).toBe('1 model on this page, 0 new');
    expect(onPage(0, 0)).toBe('No models on this page');
  });

  it('says what the switch does when there is nothing to count', () => {
    expect(pageStatusText(firstDay)).toBe('Records the models on pages you open');
  });

  it('says that a page has to be loaded again, and offers to do it', () => {
    const unheard = { ...firstDay, pageStatus: 'needsReload' } as const;
    expect(pageStatusText(unheard)).toBe('On, but this page was opened before Likes Out could read it');
    expect(needsReload(unheard)).toBe(true);
    expect(needsReload({ ...unheard, hasAccess: false })).toBe(false);
    expect(needsReload({ ...unheard, settings: { ...firstDay.settings, autoCapture: false } })).toBe(false);
  });

  it('asks for access to Sketchfab when there is none', () => {
    expect(pageStatusText({ ...firstDay, hasAccess: false })).toBe('On, but it needs access to Sketchfab');
  });

  it('shows no count while capture is off, because it would be outdated', () => {
    const settings = { ...firstDay.settings, autoCapture: false };
    const pageStatus = { pageSerial: 1, modelsOnPage: 24, newModels: 3 };
    expect(pageStatusText({ ...firstDay, settings, pageStatus })).toBe(
      'Off: nothing is recorded while you browse',
    );
  });
});
