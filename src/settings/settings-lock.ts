/**
 * Runs while no page of the extension writes to `storage.local`, in any window. For steps that read what is stored and
 * write it back, between which a setting would be lost. Must be short: pages wait, and a popup is closed soon.
 */
export function withSettingsLock(work: () => Promise<void>): Promise<void> {
  return navigator.locks.request('settings', work);
}
