import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { optionsKey } from './options-key';

const withOptions = v.looseObject({ options: v.looseObject({}) });

/** Removes the list of whom to leave out from the stored dataset options. Options of another form are removed as a whole. */
export async function forgetStoredExclusions(): Promise<void> {
  const { local } = browser.storage;
  const { [optionsKey]: stored } = await local.get(optionsKey);
  if (!v.is(withOptions, stored)) return local.remove(optionsKey);
  const { excluded: _, ...options } = stored.options;
  await local.set({ [optionsKey]: { ...stored, options } });
}
