import type { Message } from '../../src/messaging/protocol';

type Listener = (changes: Record<string, unknown>, area: string) => void;

/** As much of the extension platform as a content script meets. Only this is faked; all of our own code is real. */
export function createFakeBrowser() {
  const stored: Record<string, unknown> = {};
  const listeners = new Set<Listener>();
  const throwAsOrphan = (): never => {
    throw new Error('Extension context invalidated.');
  };
  const api = {
    runtime: {
      id: 'an-id' as string | undefined,
      sendMessage: async (message: Message): Promise<unknown> => {
        fake.received.push(message);
        return await fake.answer();
      },
    },
    storage: {
      local: { get: (): Promise<Record<string, unknown>> => Promise.resolve({ ...stored }) },
      onChanged: {
        addListener: (listener: Listener): unknown => listeners.add(listener),
        removeListener: (listener: Listener): unknown => listeners.delete(listener),
      },
    },
  };
  const fake = {
    api,
    /** What the worker was sent, and what it answers. */
    received: [] as Message[],
    answer: (): unknown => ({ ok: true }),
    change(changed: Record<string, unknown>): void {
      Object.assign(stored, changed);
      for (const listener of [...listeners]) listener(changed, 'local');
    },
    /** The extension was updated: what is left is a script that nobody hears. */
    orphan(): void {
      api.runtime.id = undefined;
      api.runtime.sendMessage = throwAsOrphan;
      api.storage.onChanged.removeListener = throwAsOrphan;
    },
  };
  return fake;
}
