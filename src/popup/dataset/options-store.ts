import browser from 'webextension-polyfill';
import { errorMessage } from '../../messaging/error-message';
import type { PageState } from '../page-state';
import { type ExportOptions, defaultExportOptions, parseExportOptions } from './options';

const storageKey = 'datasetChoices';
const words = {
  read: 'What was chosen for the dataset cannot be read, so nothing is downloaded',
  saved: 'What you chose could not be kept for the next time',
  refused: 'This cannot be chosen',
};

export type OptionsStore = ReturnType<typeof createOptionsStore>;

/** The choices of this browser: those of the page, kept for the next time and shared with other pages. */
export function createOptionsStore(state: PageState) {
  let saving = Promise.resolve();
  let pending = 0;

  async function read(): Promise<void> {
    const stored = (await browser.storage.local.get(storageKey))[storageKey];
    // What is chosen meanwhile is newer than what was read.
    if (pending > 0) return;
    try {
      state.change({ exportOptions: parseExportOptions(stored) });
      state.setError('exportOptions', null);
    } catch (error) {
      // A list of excluded people that was read as an empty one would publish them.
      state.change({ exportOptions: null });
      state.setError('exportOptions', `${words.read} (${errorMessage(error)}).`);
    }
  }

  function keep(exportOptions: ExportOptions): void {
    state.change({ exportOptions });
    state.setError('exportOptions', null);
    pending += 1;
    saving = saving
      .then(() => browser.storage.local.set({ [storageKey]: exportOptions }))
      .then(
        () => state.setError('export-options-saved', null),
        (error: unknown) =>
          state.setError('export-options-saved', `${words.saved} (${errorMessage(error)}).`),
      )
      .finally(() => {
        pending -= 1;
      });
  }

  return {
    /** Reads what is kept, now and whenever another page changes it. */
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
        keep(parseExportOptions({ ...exportOptions, ...part }));
      } catch (error) {
        state.setError('exportOptions', `${words.refused}: ${errorMessage(error)}.`);
      }
    },
    /** Begins anew where what is kept cannot be read. */
    reset: () => keep(defaultExportOptions),
  };

  function cannotRead(error: unknown): void {
    state.setError('exportOptions', `${words.read} (${errorMessage(error)}).`);
  }
}
