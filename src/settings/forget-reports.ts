import browser from 'webextension-polyfill';

/** Forgets what pages have reported in this session. That a page has to be loaded again stays true. */
export async function forgetReports(): Promise<void> {
  const { session } = browser.storage;
  const kept = Object.entries(await session.get(null)).filter(([, value]) => value === 'needsReload');
  await session.clear();
  await session.set(Object.fromEntries(kept));
}
