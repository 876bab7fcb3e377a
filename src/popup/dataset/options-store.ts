import browser from 'webextension-polyfill';
import { sayError } from '../../messaging/say-error';
import type { PageState } from '../page-state';
import { type DatasetWish, defaultWish, parseDatasetWish } from './options';

const storageKey = 'datasetChoices';
const words = {
  read: 'What was chosen for the dataset cannot be read, so nothing is downloaded',
  saved: 'What you chose could not be kept for the next time',
  refused: 'This cannot be chosen',
};

export type WishKeeper = ReturnType<typeof createWishKeeper>;

/** The choices of this browser: those of the page, kept for the next time and shared with other pages. */
export function createWishKeeper(state: PageState) {
  let saving = Promise.resolve();
  let pending = 0;

  async function read(): Promise<void> {
    const stored = (await browser.storage.local.get(storageKey))[storageKey];
    // What is chosen meanwhile is newer than what was read.
    if (pending > 0) return;
    try {
      state.change({ wish: parseDatasetWish(stored) });
      state.setTrouble('wish', null);
    } catch (error) {
      // A list of excluded people that was read as an empty one would publish them.
      state.change({ wish: null });
      state.setTrouble('wish', `${words.read} (${sayError(error)}).`);
    }
  }

  function keep(wish: DatasetWish): void {
    state.change({ wish });
    state.setTrouble('wish', null);
    pending += 1;
    saving = saving
      .then(() => browser.storage.local.set({ [storageKey]: wish }))
      .then(
        () => state.setTrouble('wish-saved', null),
        (error: unknown) => state.setTrouble('wish-saved', `${words.saved} (${sayError(error)}).`),
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
    change(part: Partial<DatasetWish>): void {
      const { wish } = state.read();
      if (!wish) return;
      try {
        keep(parseDatasetWish({ ...wish, ...part }));
      } catch (error) {
        state.setTrouble('wish', `${words.refused}: ${sayError(error)}.`);
      }
    },
    /** Begins anew where what is kept cannot be read. */
    reset: () => keep(defaultWish),
  };

  function cannotRead(error: unknown): void {
    state.setTrouble('wish', `${words.read} (${sayError(error)}).`);
  }
}
