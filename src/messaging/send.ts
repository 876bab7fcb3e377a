import browser from 'webextension-polyfill';
import type { Envelope, Message, Name, Payload, Reply } from './protocol';

/** Sends a message to the worker and hands back its handler's reply; throws what the handler threw. */
export async function send<N extends Name>(
  name: N,
  ...[payload]: Payload<N> extends undefined ? [] : [Payload<N>]
): Promise<Reply<N>> {
  const message: Message = { name, payload };
  const envelope: Envelope | undefined = await browser.runtime.sendMessage(message);
  if (!envelope) throw new Error(`nobody answered ${name}`);
  if (!envelope.ok) throw Object.assign(new Error(envelope.error.message), { name: envelope.error.name });
  return envelope.value as Reply<N>;
}
