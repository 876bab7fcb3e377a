import browser from 'webextension-polyfill';
import type { Envelope, Message, Name, Payload } from './protocol';

/** Sends a message to the worker. Resolves with the reply, unvalidated, when its handler is done; throws what that threw. */
export async function send<N extends Name>(
  name: N,
  ...[payload]: Payload<N> extends undefined ? [] : [Payload<N>]
): Promise<unknown> {
  const message: Message = { name, payload };
  const envelope: Envelope | undefined = await browser.runtime.sendMessage(message);
  if (!envelope) throw new Error(`nobody answered ${name}`);
  if (!envelope.ok) throw Object.assign(new Error(envelope.error.message), { name: envelope.error.name });
  return envelope.reply;
}
