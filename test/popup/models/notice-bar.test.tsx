// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultDatasetOptions } from '../../../src/dataset/dataset-options';
import { parseModelsAddress } from '../../../src/models/models-address';
import { ModelsPage } from '../../../src/popup/models/models-page';
import { type ModelsSnapshot, unreadModels } from '../../../src/popup/models/models-snapshot';
import { indexOf, uidAt } from './model-index';
import { view } from './models-rig';

beforeEach(() =>
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  ),
);
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Runs all effects, too. */
function drawn(run: () => void): void {
  act(run).catch((error: unknown) => {
    throw error;
  });
}

const address = parseModelsAddress('');
const answer = indexOf(30).query({ ...address, window: { start: 0, end: 60 } });

function show(changed: Partial<ModelsSnapshot>) {
  const forgetNotice = vi.fn();
  drawn(() =>
    render(
      <ModelsPage
        models={{ ...unreadModels, reading: null, answer, ...changed }}
        address={address}
        options={defaultDatasetOptions}
        now={0}
        isDownloadNext={false}
        actions={{ ...view().actions, forgetNotice }}
      />,
      document.body,
    ),
  );
  return { forgetNotice };
}

const buttonOf = (within: string, name: string) =>
  [...document.querySelectorAll<HTMLElement>(`${within} button`)].find((each) => each.textContent === name)!;

describe('the notice about what was just done', () => {
  it('offers Undo for ten seconds, and longer while it has the focus', () => {
    vi.useFakeTimers();
    const { forgetNotice } = show({ notice: { kind: 'left-out', uids: [uidAt(1)], name: 'Steampunk Girl' } });
    expect(document.querySelector('.floating-bar p')!.textContent).toBe('“Steampunk Girl” left out');
    const undo = buttonOf('.floating-bar', 'Undo');
    drawn(() => undo.focus());
    drawn(() => vi.advanceTimersByTime(60_000));
    expect(forgetNotice).not.toHaveBeenCalled();
    drawn(() => undo.blur());
    drawn(() => vi.advanceTimersByTime(9_900));
    expect(forgetNotice).not.toHaveBeenCalled();
    drawn(() => vi.advanceTimersByTime(200));
    expect(forgetNotice).toHaveBeenCalledOnce();
  });

  it('hands the focus on when a notice ends: to the sheet, or to where the list begins', () => {
    const notice = { kind: 'left-out', uids: [uidAt(1)], name: null } as const;
    show({ notice });
    expect(document.activeElement!.className).toBe('floating-bar');
    show({ notice: null });
    expect(document.activeElement!.className).toBe('models-count');
    const sheet = { uid: uidAt(1), details: null, place: null };
    show({ sheet, notice });
    const undo = buttonOf('.floating-bar', 'Undo');
    drawn(() => undo.focus());
    show({ sheet, notice: null });
    expect(document.activeElement!.className).toBe('model-sheet');
    show({ sheet, notice });
    const retry = buttonOf('.sheet-actions', 'Retry');
    drawn(() => retry.focus());
    show({ sheet, notice: null });
    expect(document.activeElement).toBe(retry);
  });
});
