import browser from 'webextension-polyfill';
import { siteOrigin } from '../sketchfab/site';

const name = 'captureChanged';

/**
 * Tells every open page of the site whether it is to be read. Resolves with the tabs where nobody listens: those that
 * were open before the extension was installed or updated.
 */
export async function signalCapture(isOn: boolean): Promise<readonly number[]> {
  const tabs = await browser.tabs.query({ url: `${siteOrigin}/*` });
  const ids = tabs.filter(({ discarded }) => discarded !== true).map(({ id }) => id);
  const heard = await Promise.all(ids.map(async (id) => (id === undefined ? true : hears(id, isOn))));
  return ids.filter((id) => id !== undefined).filter((_, at) => heard[at] !== true);
}

async function hears(tabId: number, isOn: boolean): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, { name, isOn })) === true;
  } catch {
    // "Receiving end does not exist": the browsers agree on no other sign of it.
    return false;
  }
}

/** Listens for that in a page; returns the way to stop. */
export function onCaptureSignal(listener: (isOn: boolean) => void): () => void {
  const hear = (message: unknown, sender: { readonly id?: string | undefined; readonly tab?: unknown }) => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return undefined;
    if (typeof message !== 'object' || message === null || !('name' in message) || message.name !== name)
      return undefined;
    if (!('isOn' in message) || typeof message.isOn !== 'boolean') return undefined;
    listener(message.isOn);
    return Promise.resolve(true);
  };
  browser.runtime.onMessage.addListener(hear);
  return () => browser.runtime.onMessage.removeListener(hear);
}
