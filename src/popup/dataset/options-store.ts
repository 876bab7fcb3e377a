import browser from 'webextension-polyfill';
import { message } from '../../i18n/message';
import { errorMessage } from '../../messaging/error-message';
import { mergeExclusions } from '../../dataset/filter/exclusions';
import { optionsKey } from '../../settings/options-key';
import type { LikesOutDatabase } from '../../store/database';
import { readExclusionList, recordExclusionList } from '../../store/exclusion-list';
import { watchQuery } from '../../store/watch-query';
import type { PageState } from '../page-state';
import { type ExportOptions, defaultExportOptions, parseExportOptions } from './options';

export type OptionsStore = ReturnType<typeof createOptionsStore>;

/**
 * The options of the next export, stored and shared with other pages. Whom to leave out is in the database as well
 * (`recordOwnWrites`): the extension's storage can be lost alone, and in some browsers web pages can change it.
 * `afterDeletion` runs what it is given while nothing is being deleted. A deletion begins with the stored list, and a page that
 * opened the database because of that would keep the browser from cleaning its files.
 */
export function createOptionsStore(
  state: PageState,
  db: LikesOutDatabase,
  afterDeletion: (act: () => Promise<void>) => Promise<void>,
) {
  let saving = Promise.resolve();
  let pending = 0;

  async function read(): Promise<void> {
    const { [optionsKey]: stored } = await browser.storage.local.get(optionsKey);
    const remembered = await readExclusionList(db);
    // A change made meanwhile is newer than what was read.
    if (pending > 0) return;
    try {
      const found = parseExportOptions(stored);
      state.change({ exportOptions: withExclusions(found, remembered) });
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
      .then(() => browser.storage.local.set({ [optionsKey]: exportOptions }))
      .then(
        () => state.setError('export-options-saved', null),
        (error: unknown) =>
          state.setError('export-options-saved', message('options_unsaved', { cause: errorMessage(error) })),
      )
      .finally(() => {
        pending -= 1;
      });
  }

  /** The list may come from a database that was lost since. */
  async function rememberFound(): Promise<void> {
    const { exportOptions } = state.read();
    if (exportOptions) await recordExclusionList(db, exportOptions.options.excluded);
  }

  function cannotRead(error: unknown): void {
    state.setError('exportOptions', message('options_unread', { cause: errorMessage(error) }));
  }

  return {
    /** Reads the stored options, now and whenever another page changes them. */
    async watch(): Promise<void> {
      browser.storage.onChanged.addListener((changes, area) => {
        if (area === 'local' && optionsKey in changes) afterDeletion(read).catch(cannotRead);
      });
      // Another page may have changed the list, or deleted everything.
      watchQuery(
        () => readExclusionList(db),
        () => void read().catch(cannotRead),
        cannotRead,
      );
      await read().catch(cannotRead);
      await rememberFound().catch(cannotRead);
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
    /** Replaces the stored options with the defaults, even if they cannot be read. The list of whom to leave out stays. */
    async reset(): Promise<void> {
      save(withExclusions(defaultExportOptions, await readExclusionList(db)));
    },
  };
}

function withExclusions(
  exportOptions: ExportOptions,
  remembered: ExportOptions['options']['excluded'],
): ExportOptions {
  const { options } = exportOptions;
  return {
    ...exportOptions,
    options: { ...options, excluded: mergeExclusions(options.excluded, remembered) },
  };
}
