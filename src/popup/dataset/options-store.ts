import browser from 'webextension-polyfill';
import { message } from '../../i18n/message';
import { errorMessage } from '../../messaging/error-message';
import type { PageState } from '../page-state';
import { type ExportOptions, defaultExportOptions, parseExportOptions } from './options';

const storageKey = 'datasetOptions';

export type OptionsStore = ReturnType<typeof createOptionsStore>;

/** The options of the next export, stored and shared with other pages. */
export function createOptionsStore(state: PageState) {
  let saving = Promise.resolve();
  let pending = 0;

  async function read(): Promise<void> {
    const stored = (await browser.storage.local.get(storageKey))[storageKey];
    // A change made meanwhile is newer than what was read.
    if (pending > 0) return;
    try {
      state.change({ exportOptions: parseExportOptions(stored) });
      state.setError('exportOptions', null);
    } catch (error) {
      // Reading a damaged exclusion list as empty would publish people.
      state.change({ exportOptions: null });
      cannotRead(error);
    }
  }

  function save(exportOptions: ExportOptions): void {
    state.change({ exportOptions });
    state.setError('exportOptions', null);
    pending += 1;
    saving = saving
      .then(() => browser.storage.local.set({ [storageKey]: exportOptions }))
      .then(
        () => state.setError('export-options-saved', null),
        (error: unknown) =>
          state.setError('export-options-saved', message('options_unsaved', { cause: errorMessage(error) })),
      )
      .finally(() => {
        pending -= 1;
      });
  }

  function cannotRead(error: unknown): void {
    state.setError('exportOptions', message('options_unread', { cause: errorMessage(error) }));
  }

  return {
    /** Reads the stored options, now and whenever another page changes them. */
    async watch(): Promise<void> {
      browser.storage.onChanged.addListener((changes, area) => {
        if (area === 'local' && storageKey in changes) read().catch(cannotRead);
      });
      await read().catch(cannotRead);
    },
    change(part: Partial<ExportOptions>): void {
      const { exportOptions } = state.read();
      if (!exportOptions) return;
      try {
        save(parseExportOptions({ ...exportOptions, ...part }));
      } catch (error) {
        state.setError('exportOptions', message('options_invalid', { cause: errorMessage(error) }));
      }
    },
    /** Replaces the stored options with the defaults, even if they cannot be read. */
    reset: () => save(defaultExportOptions),
  };
}
