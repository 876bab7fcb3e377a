import browser, { type Runtime } from 'webextension-polyfill';
import { maySend, type Origin } from './may-send';
import type { Envelope, Message, Name, Reply } from './protocol';

/** Payloads arrive unvalidated: each handler parses its own. */
export type Handlers = {
  readonly [N in Name]: (payload: unknown, sender: Runtime.MessageSender) => Promise<Reply<N>>;
};

/**
 * Answers the messages of the protocol and no others: a listener that claims what it does not own would steal
 * another's answer.
 */
export function handleMessages(handlers: Handlers): void {
  const us: Origin = { extensionId: browser.runtime.id, ownPages: browser.runtime.getURL('') };
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const name = nameOf(raw, handlers);
    if (name === undefined || !maySend(name, sender, us)) return undefined;
    return answer(() => handlers[name]((raw as Message).payload, sender));
  });
}

function nameOf(raw: unknown, handlers: Handlers): Name | undefined {
  if (typeof raw !== 'object' || raw === null || !('name' in raw)) return undefined;
  const { name } = raw;
  return typeof name === 'string' && Object.hasOwn(handlers, name) ? (name as Name) : undefined;
}

async function answer(handle: () => Promise<Reply<Name>>): Promise<Envelope> {
  try {
    return { ok: true, reply: await handle() };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, error: { name, message } };
  }
}
