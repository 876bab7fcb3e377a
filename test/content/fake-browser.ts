import type { Message } from '../../src/messaging/protocol';

type Listener = (message: unknown, sender: { readonly id?: string | undefined }) => unknown;

/** The part of the extension platform that a content script uses. Only this is faked; our own code is real. */
export function createFakeBrowser() {
  const settings = { consent: false, autoCapture: true };
  const isOn = () => settings.consent && settings.autoCapture;
  const listeners = new Set<Listener>();
  const throwAsOrphan = (): never => {
    throw new Error('Extension context invalidated.');
  };
  const api = {
    runtime: {
      id: 'an-id' as string | undefined,
      sendMessage: async (message: Message): Promise<unknown> => {
        if (message.name === 'isCaptureOn') return await fake.answerSwitch();
        fake.received.push(message);
        return await fake.answer();
      },
      onMessage: {
        addListener: (listener: Listener): unknown => listeners.add(listener),
        removeListener: (listener: Listener): unknown => listeners.delete(listener),
      },
    },
  };
  const fake = {
    api,
    /** The messages sent to the worker, and its answer. */
    received: [] as Message[],
    answer: (): unknown => ({ ok: true }),
    answerSwitch: (): unknown => ({ ok: true, reply: isOn() }),
    /** Changes a setting as a user would, which the worker signals to every page. */
    change(changed: Partial<typeof settings>): void {
      Object.assign(settings, changed);
      fake.signal({ name: 'captureChanged', isOn: isOn() }, { id: 'an-id' });
    },
    signal(message: unknown, sender: { readonly id?: string; readonly tab?: object }): void {
      for (const listener of [...listeners]) listener(message, sender);
    },
    /** Updates the extension, which leaves an orphaned script behind. */
    orphan(): void {
      api.runtime.id = undefined;
      api.runtime.sendMessage = throwAsOrphan;
      api.runtime.onMessage.removeListener = throwAsOrphan;
    },
  };
  return fake;
}
