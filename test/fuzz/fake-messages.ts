import type { Runtime } from 'webextension-polyfill';

type Listener = (raw: unknown, sender: Runtime.MessageSender) => Promise<never> | undefined;

/** The part of the browser that a worker needs to receive messages. */
export function createFakeMessages() {
  const session = new Map<string, unknown>();
  const listeners: Listener[] = [];
  return {
    listen: (): Listener => listeners.at(-1)!,
    api: {
      runtime: {
        id: 'us',
        getURL: (path: string) => `chrome-extension://us/${path}`,
        onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
      },
      storage: {
        session: {
          get: (key: string) => Promise.resolve(session.has(key) ? { [key]: session.get(key) } : {}),
          set: (items: Record<string, unknown>) => {
            for (const [key, value] of Object.entries(items)) session.set(key, value);
            return Promise.resolve();
          },
        },
      },
    },
  };
}
